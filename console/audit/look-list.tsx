/** The looks of one day, unit and purpose: read only for a matter, and written down as a look of the auditor's. */
import { Button, type InputRef } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useClient, useRefresh } from '../api/use-api.ts';
import { useItemNames } from '../catalogue/items.ts';
import { TextField } from '../identity/text-field.tsx';
import { words as identityWords } from '../identity/words.ts';
import { writeInstant } from '../language/dates.ts';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useSending } from '../parts/use-sending.ts';
import type { CountAnswer, LooksAnswer } from './answers.ts';
import { words } from './words.ts';

/** Says first what looking does, then asks for the matter. */
export function LookList({ group, onBack }: { group: CountAnswer; onBack: () => void }) {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const [caseNo, setCaseNo] = useState('');
  const [tried, setTried] = useState(false);
  const [read, setRead] = useState<LooksAnswer>();
  const { busy, error, send } = useSending();
  const input = useRef<InputRef>(null);
  const given = caseNo.trim();

  const readOn = (before?: string) =>
    send(async () => {
      const { unit, day, kind, purpose } = group;
      const body = { unit, day, kind, purpose, caseNo: given, ...(before ? { before } : {}) };
      const page = await client.send<LooksAnswer>('POST', '/api/v1/audit/accesses', body);
      setRead((known) => (known && before ? { ...page, items: [...known.items, ...page.items] } : page));
      // The auditor's own look is one more to count.
      await refresh('/api/v1/audit/access-counts');
    });

  function ask(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (given === '') input.current?.focus();
    else void readOn();
  }

  return (
    <div className="stack">
      <p>{text.drillLead}</p>
      {read ? null : (
        <form className="stack" noValidate onSubmit={ask}>
          <TextField
            inputRef={input}
            label={text.caseNo}
            fault={tried && given === '' && text.caseFault}
            maxLength={100}
            value={caseNo}
            onText={setCaseNo}
          />
          <div className="row">
            <Button type="primary" htmlType="submit" loading={busy}>
              {text.read}
            </Button>
            <Button onClick={onBack}>{text.back}</Button>
          </div>
        </form>
      )}
      <ProblemNotice error={error} />
      {read ? (
        <>
          {read.accessId ? (
            <p className="notice" role="status">
              {text.written(read.items.length, read.accessId)}
            </p>
          ) : null}
          <Looks items={read.items} />
          <div className="row">
            {read.next ? (
              <Button loading={busy} onClick={() => void readOn(read.next ?? undefined)}>
                {text.more}
              </Button>
            ) : null}
            <Button onClick={onBack}>{text.back}</Button>
          </div>
        </>
      ) : null}
    </div>
  );
}

function Looks({ items }: { items: LooksAnswer['items'] }) {
  const text = useWords(words);
  const { role, and } = useWords(identityWords);
  const nameOf = useItemNames();
  return (
    <DataTable
      caption={text.drillTitle}
      rows={items}
      rowKey={({ accessId, subject, at }) => `${accessId} ${subject?.uscc ?? subject?.name ?? at}`}
      empty={text.nothing}
      columns={[
        { key: 'at', title: text.at, cell: ({ at }) => <time>{writeInstant(at)}</time> },
        {
          key: 'who',
          title: text.who,
          cell: ({ officer, duty }) => (
            <>
              <span className="code">{officer}</span>
              <br />
              <span className="quiet">
                {(duty ?? '')
                  .split(' ')
                  .map((one) => role[one] ?? one)
                  .join(and)}
              </span>
            </>
          ),
        },
        {
          key: 'whom',
          title: text.whom,
          cell: ({ subject }) =>
            subject ? (
              <>
                {subject.name}
                <br />
                <span className="code quiet">{subject.uscc}</span>
              </>
            ) : (
              text.person
            ),
        },
        { key: 'case', title: text.theirCase, cell: ({ caseNo }) => caseNo ?? '—' },
        {
          key: 'shown',
          title: text.shown,
          wide: true,
          cell: ({ shown }) =>
            shown
              .map(({ item, records, fields }) => text.shownOf(nameOf(item), records, fields))
              .join(text.and) || '—',
        },
      ]}
    />
  );
}
