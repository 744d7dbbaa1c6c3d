/** Uploads under way: they live above the pages, so that one can look elsewhere while a file goes out. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { withQuery } from '../../api/client.ts';
import { startUpload, type Upload } from '../../api/upload.ts';
import { useRefresh } from '../../api/use-api.ts';
import { useLanguage } from '../../language/language.ts';
import type { Acknowledgement } from '../answers.ts';
import { mediaTypeOf } from './media-type.ts';

/** One upload; it stays in the list until it is dismissed. */
export interface UploadState {
  readonly id: number;
  readonly item: string;
  readonly fileName: string;
  readonly size: number;
  readonly sent: number;
  readonly state: 'sending' | 'done' | 'failed' | 'stopped';
  readonly acknowledged?: Acknowledgement;
  readonly error?: unknown;
}

/** What pages can do with uploads. */
export interface Uploads {
  readonly list: readonly UploadState[];
  /** Begins to send; gives the upload's id. */
  start(item: string, file: File, channel: 'console' | 'form'): number;
  stop(id: number): void;
  dismiss(id: number): void;
}

const UploadsContext = createContext<Uploads | undefined>(undefined);

/** The uploads; only below their provider. */
export function useUploads(): Uploads {
  const uploads = useContext(UploadsContext);
  if (!uploads) throw new Error('useUploads stands outside its provider');
  return uploads;
}

/** Keeps the uploads of a session; warns before the tab is closed over one. */
export function UploadsProvider({ onSignedOut, children }: { onSignedOut: () => void; children: ReactNode }) {
  const { language } = useLanguage();
  const refresh = useRefresh();
  const [list, setList] = useState<readonly UploadState[]>([]);
  const running = useRef(new Map<number, Upload<Acknowledgement>>());
  const lastId = useRef(0);

  const change = useCallback((id: number, part: Partial<UploadState>) => {
    setList((before) => before.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  }, []);

  const sending = list.some(({ state }) => state === 'sending');
  useEffect(() => {
    if (!sending) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [sending]);

  const uploads = useMemo<Uploads>(
    () => ({
      list,
      start(item, file, channel) {
        const id = ++lastId.current;
        setList((before) => [
          ...before,
          { id, item, fileName: file.name, size: file.size, sent: 0, state: 'sending' },
        ]);
        const path = withQuery('/api/v1/submissions', { item, channel, fileName: file.name });
        const upload = startUpload<Acknowledgement>(path, file, {
          contentType: mediaTypeOf(file.name),
          language,
          onProgress: (sent) => change(id, { sent }),
          onSignedOut,
        });
        running.current.set(id, upload);
        upload.answer
          .then(
            (acknowledged) => {
              change(id, { state: 'done', acknowledged });
              return refresh('/api/v1/submissions', '/api/v1/dashboard');
            },
            (error: unknown) => {
              const stopped = error instanceof DOMException && error.name === 'AbortError';
              change(id, stopped ? { state: 'stopped' } : { state: 'failed', error });
            },
          )
          .finally(() => running.current.delete(id));
        return id;
      },
      stop: (id) => running.current.get(id)?.abort(),
      dismiss: (id) => setList((before) => before.filter((upload) => upload.id !== id)),
    }),
    [list, language, change, refresh, onSignedOut],
  );
  return <UploadsContext value={uploads}>{children}</UploadsContext>;
}
