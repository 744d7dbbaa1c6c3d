/** Sending an exchange file from the console; its receipt is one link away. */
import { Button } from 'antd';
import { useId, useRef, useState } from 'react';
import { withQuery } from '../api/client.ts';
import { startUpload } from '../api/upload.ts';
import { useRefresh } from '../api/use-api.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { words } from './words.ts';

/** The form. */
export function ExchangeUpload() {
  const text = useWords(words);
  const { language } = useLanguage();
  const refresh = useRefresh();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [taken, setTaken] = useState<string>();
  const [error, setError] = useState<unknown>();
  const send = async () => {
    const file = input.current?.files?.[0];
    setMissing(!file);
    if (!file) return;
    setBusy(true);
    setError(undefined);
    setTaken(undefined);
    try {
      const path = withQuery('/api/v1/exchange-files', { fileName: file.name });
      const { answer } = startUpload<{ exchangeId: string }>(path, file, {
        contentType: 'application/zip',
        language,
        onProgress: () => undefined,
        onSignedOut: () => undefined,
      });
      setTaken((await answer).exchangeId);
      await refresh('/api/v1/channels', '/api/v1/submissions');
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="stack no-print">
      <h2>{text.exchange}</h2>
      <p className="quiet measure">{text.exchangeLead}</p>
      <ProblemNotice error={error} />
      {isMissing ? (
        <p className="fault-text" role="alert">
          {text.chooseFile}
        </p>
      ) : null}
      {taken ? (
        <p className="notice notice-good" role="status">
          {text.sent(taken)} <a href={`/api/v1/exchange-files/${taken}`}>{text.receipt}</a>
        </p>
      ) : null}
      <div className="field">
        <label htmlFor={id}>{text.exchangeFile}</label>
        <input id={id} ref={input} type="file" accept=".zip,application/zip" />
      </div>
      <Button onClick={() => void send()} loading={busy}>
        {text.send}
      </Button>
    </section>
  );
}
