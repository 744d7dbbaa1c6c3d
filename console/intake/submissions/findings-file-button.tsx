/** The download of the submitted file with its findings, for mending. */
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useClient } from '../../api/use-api.ts';
import { useWords } from '../../language/language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { saveFile } from '../../parts/save-file.ts';
import type { SubmissionDetail } from '../answers.ts';
import { words } from './words.ts';

/** Shown once there is such a file; while it is written, a line says so. */
export function FindingsFileButton({ submission }: { submission: SubmissionDetail }) {
  const text = useWords(words);
  const client = useClient();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  if (!submission.findingsFile) {
    const coming = submission.closedAt === null && submission.findings.length > 0;
    return coming ? <p className="quiet">{text.notReady}</p> : null;
  }

  async function download() {
    setBusy(true);
    setError(undefined);
    try {
      const file = await client.file(`/api/v1/submissions/${submission.submissionId}/findings-file`);
      const extension = file.type.startsWith('text/csv') ? 'csv' : 'xlsx';
      saveFile(file, `${submission.fileName.replace(/\.[^.]+$/, '')}-findings.${extension}`);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="stack-small">
      <Button type="primary" loading={busy} aria-describedby={id} onClick={() => void download()}>
        {text.download}
      </Button>
      <p className="field-help measure" id={id}>
        {text.downloadHelp}
      </p>
      <ProblemNotice error={error} />
    </div>
  );
}
