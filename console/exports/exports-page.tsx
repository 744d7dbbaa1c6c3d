/** "Bulk export": asking for one, and one's own exports with their files. */
import { Button } from 'antd';
import { useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { writeInstant } from '../language/dates.ts';
import { type Bilingual, useLanguage, useWords } from '../language/language.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { saveFile } from '../parts/save-file.ts';
import { StateTag } from '../parts/state-tag.tsx';
import { useSending } from '../parts/use-sending.ts';
import { AskForm, type BulkPurpose } from './ask-form.tsx';
import { words } from './words.ts';

interface Export {
  readonly exportId: string;
  readonly purposeName: Bilingual<string>;
  readonly caseNo: string;
  readonly state: 'making' | 'ready' | 'failed' | 'destroyed';
  readonly expiresAt: string | null;
  readonly downloadsLeft: number;
  readonly subjects: number;
  readonly done: number;
}

type Purposes = { readonly items: readonly (BulkPurpose & { readonly bulk: string | null })[] };

/** The page. */
export function ExportsPage() {
  const text = useWords(words);
  const refresh = useRefresh();
  const purposes = useApi<Purposes>('/api/v1/purposes', { anyLanguage: true });
  const [sent, setSent] = useState(0);
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      {sent === 0 ? null : (
        <p className="notice notice-good" role="status">
          {text.sent}
        </p>
      )}
      <Reading of={purposes}>
        {({ items }) => {
          const bulk = items.filter((one) => one.bulk !== null);
          return bulk.length === 0 ? (
            <p>{text.noPurposes}</p>
          ) : (
            <AskForm
              key={sent}
              purposes={bulk}
              onSent={() => {
                setSent(sent + 1);
                void refresh('/api/v1/approvals', '/api/v1/exports');
              }}
            />
          );
        }}
      </Reading>
      <OwnExports />
    </Page>
  );
}

const looks = { making: 'note', ready: 'good', failed: 'serious', destroyed: 'quiet' } as const;

function OwnExports() {
  const text = useWords(words);
  const { language } = useLanguage();
  const client = useClient();
  const refresh = useRefresh();
  const { busy, error, send } = useSending();
  const list = useApi<{ items: readonly Export[] }>('/api/v1/exports?limit=50', {
    anyLanguage: true,
    again: (last) => (last?.items.some(({ state }) => state === 'making') ? 2_000 : false),
  });

  const fetchFile = (exportId: string) =>
    send(async () => {
      saveFile(await client.file(`/api/v1/exports/${exportId}/download`), `export-${exportId}.csv`);
      await refresh('/api/v1/exports');
    });

  const columns: Column<Export>[] = [
    { key: 'matter', title: text.matter, wide: true, cell: ({ caseNo }) => caseNo },
    { key: 'purpose', title: text.purpose, cell: ({ purposeName }) => purposeName[language] },
    { key: 'subjects', title: text.subjects, cell: ({ done, subjects }) => text.progress(done, subjects) },
    {
      key: 'state',
      title: text.state,
      cell: ({ state }) => (
        <>
          <StateTag look={looks[state]} word={text.states[state] ?? state} />
          {state === 'failed' ? <p className="quiet">{text.failedNote}</p> : null}
        </>
      ),
    },
    {
      key: 'expires',
      title: text.expires,
      cell: ({ expiresAt }) =>
        expiresAt ? <time dateTime={expiresAt}>{writeInstant(expiresAt)}</time> : '—',
    },
    {
      key: 'file',
      title: text.file,
      cell: ({ exportId, state, downloadsLeft }) =>
        state !== 'ready' ? (
          '—'
        ) : downloadsLeft === 0 ? (
          <span className="quiet">{text.spent}</span>
        ) : (
          <Button disabled={busy} onClick={() => void fetchFile(exportId)}>
            {text.download(downloadsLeft)}
          </Button>
        ),
    },
  ];
  return (
    <section className="stack">
      <h2>{text.own}</h2>
      <ProblemNotice error={error} />
      <Reading of={list}>
        {({ items }) => (
          <DataTable
            caption={text.own}
            columns={columns}
            rows={items}
            rowKey={({ exportId }) => exportId}
            empty={text.none}
          />
        )}
      </Reading>
    </section>
  );
}
