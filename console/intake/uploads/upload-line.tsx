/** One line a running or finished upload, under the navigation of every page. */
import { Button } from 'antd';
import { Link } from 'react-router';
import { ProblemError } from '../../api/problem-error.ts';
import { writeShare } from '../../language/figures.ts';
import { useWords } from '../../language/language.ts';
import { type UploadState, useUploads } from './uploads.tsx';
import { type UploadWords, words } from './words.ts';

function sentence(upload: UploadState, text: UploadWords): string {
  if (upload.state === 'sending')
    return text.sending(
      upload.fileName,
      writeShare(Math.floor((upload.sent / Math.max(1, upload.size)) * 100) / 100),
    );
  if (upload.state === 'stopped') return text.stopped(upload.fileName);
  if (upload.state === 'failed') {
    const why = upload.error instanceof ProblemError ? upload.error.problem : undefined;
    return why
      ? `${text.failed(upload.fileName)} · ${why.title} ${why.advice}`
      : text.failed(upload.fileName);
  }
  return upload.acknowledged?.sameFileAs ? text.same(upload.fileName) : text.done(upload.fileName);
}

/** All uploads of the session that were not dismissed. */
export function UploadLine() {
  const text = useWords(words);
  const { list, stop, dismiss } = useUploads();
  if (list.length === 0) return null;
  return (
    <div className="frame-bar" role="status">
      {list.map((upload) => (
        <div key={upload.id} className="row">
          <span>{sentence(upload, text)}</span>
          {upload.state === 'sending' ? (
            <>
              <progress
                aria-label={text.sending(upload.fileName, '')}
                max={Math.max(1, upload.size)}
                value={upload.sent}
              />
              <Button size="small" onClick={() => stop(upload.id)}>
                {text.stop}
              </Button>
            </>
          ) : (
            <>
              {upload.acknowledged ? (
                <Link to={`/submissions/${upload.acknowledged.submissionId}`}>{text.show}</Link>
              ) : null}
              <Button size="small" type="text" onClick={() => dismiss(upload.id)}>
                {text.dismiss}
              </Button>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
