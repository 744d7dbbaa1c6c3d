/** "My file": everything held about the subject, with where it comes from and until when it is public. */
import { useState } from 'react';
import { useApi, useClient } from '../api/use-api.ts';
import { useWords } from '../language/language.ts';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { saveFile } from '../parts/save-file.ts';
import type { FileAnswer } from './answers.ts';
import { OwnErasure } from './own-erasure.tsx';
import { RecordCard } from './record-card.tsx';
import { words } from './words.ts';

/** The page; read once, since every reading is written down. */
export function MyFilePage({ isPerson }: { isPerson: boolean }) {
  const text = useWords(words);
  const client = useClient();
  const file = useApi<FileAnswer>('/api/v1/me/file', { anyLanguage: true });
  const [error, setError] = useState<unknown>();
  const save = (path: string, name: string) => {
    client.file(path).then((content) => saveFile(content, name), setError);
  };
  return (
    <Page title={text.fileTitle}>
      <p className="measure">{isPerson ? text.fileLeadPerson : text.fileLead}</p>
      <p className="row no-print">
        <button
          type="button"
          className="plain-button"
          onClick={() => save('/api/v1/me/file.pdf', 'my-file.pdf')}
        >
          {text.pdf}
        </button>
        <button
          type="button"
          className="plain-button"
          onClick={() => save('/api/v1/me/file?download=json', 'my-file.json')}
        >
          {text.json}
        </button>
      </p>
      <ProblemNotice error={error} />
      <Reading of={file}>
        {({ subject, records }) => (
          <section className="stack">
            {'identityNumber' in subject ? (
              <>
                <p>
                  {subject.name} · <span className="code">{subject.identityNumber}</span>
                </p>
                {(subject.nameChanges ?? []).map(({ formerName, name, evidence, changedAt }) => (
                  <p key={changedAt} className="quiet">
                    {text.nameChange(formerName, name, changedAt.slice(0, 10), evidence)}
                  </p>
                ))}
              </>
            ) : null}
            {records.length === 0 ? (
              <p>{text.noRecords}</p>
            ) : (
              <p className="figures">
                {isPerson
                  ? text.countsPerson(records.length)
                  : text.counts(records.length, records.filter((record) => record.public).length)}
              </p>
            )}
            {records.map((record) => (
              <RecordCard key={`${record.id} ${record.version}`} record={record} />
            ))}
            <p className="measure">{text.wrong}</p>
            {isPerson ? <OwnErasure /> : null}
          </section>
        )}
      </Reading>
    </Page>
  );
}
