/** "Notices from above": what nation and province say of the city's double publicity, entered under four eyes. */
import { Button, Input, Select } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { writeShare } from '../language/figures.ts';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { useSending } from '../parts/use-sending.ts';
import { words } from './above-words.ts';

type Kind = keyof (typeof words)['zh']['kinds'];
type Figure = keyof (typeof words)['zh']['figures'];

interface Notice {
  readonly kind: Kind;
  readonly from: string;
  readonly figure: Figure;
  readonly share: number;
  readonly own: number | null;
  readonly document: string;
}

const PATH = '/api/v1/public/quality/notices';

/** The page. */
export function AbovePage() {
  const text = useWords(words);
  const notices = useApi<{ items: readonly Notice[] }>(PATH, { anyLanguage: true });
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      <NoticeForm />
      <Reading of={notices}>
        {({ items }) => (
          <DataTable
            caption={text.listed}
            showCaption
            rows={items}
            rowKey={({ kind, from, figure, document }) => `${kind} ${from} ${figure} ${document}`}
            empty={text.none}
            columns={[
              {
                key: 'kind',
                title: text.kind,
                cell: ({ kind, from }) => `${text.kinds[kind]} ${from.slice(0, 7)}`,
              },
              { key: 'figure', title: text.figure, cell: ({ figure }) => text.figures[figure] },
              { key: 'theirs', title: text.theirs, cell: ({ share }) => writeShare(share) },
              { key: 'ours', title: text.ours, cell: ({ own }) => (own === null ? '—' : writeShare(own)) },
              { key: 'paper', title: text.paper, wide: true, cell: ({ document }) => document },
            ]}
          />
        )}
      </Reading>
    </Page>
  );
}

/** The first day of the month after so many months. */
function monthAfter(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

function NoticeForm() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const { busy, error, send } = useSending();
  const [kind, setKind] = useState<Kind>('monthly-notice');
  const [figure, setFigure] = useState<Figure>('timeliness');
  const [month, setMonth] = useState('');
  const [percent, setPercent] = useState('');
  const [document, setDocument] = useState('');
  const [issuedOn, setIssuedOn] = useState('');
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState(false);
  const faults = {
    month: !/^20\d\d-(0[1-9]|1[0-2])$/.test(month.trim()),
    percent: !/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/.test(percent.trim()),
    document: document.trim().length < 4,
    issuedOn: !/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(issuedOn.trim()),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setSent(false);
    if (Object.values(faults).some(Boolean)) return;
    void send(async () => {
      const from = `${month.trim()}-01`;
      const until = monthAfter(month.trim(), kind === 'monthly-notice' ? 1 : 3);
      await client.send('POST', '/api/v1/notices-from-above', {
        ...{ kind, from, until, figure, document: document.trim(), issuedOn: issuedOn.trim() },
        percent: Number(percent.trim()),
      });
      setSent(true);
      setTried(false);
      setPercent('');
      await refresh(PATH, '/api/v1/approvals');
    });
  };
  const options = <K extends string>(names: Readonly<Record<K, string>>) =>
    (Object.keys(names) as K[]).map((value) => ({ value, label: names[value] }));
  return (
    <form className="stack measure" noValidate onSubmit={submit}>
      <Field label={text.kind}>
        {(id) => <Select id={id} value={kind} onChange={setKind} options={options(text.kinds)} />}
      </Field>
      <Field label={text.month} help={text.monthHelp} fault={tried && faults.month && text.monthFault}>
        {(id, described) => (
          <Input id={id} {...described} value={month} onChange={({ target }) => setMonth(target.value)} />
        )}
      </Field>
      <Field label={text.figure}>
        {(id) => <Select id={id} value={figure} onChange={setFigure} options={options(text.figures)} />}
      </Field>
      <Field
        label={text.percent}
        help={text.percentHelp}
        fault={tried && faults.percent && text.percentFault}
      >
        {(id, described) => (
          <Input
            id={id}
            {...described}
            inputMode="decimal"
            value={percent}
            onChange={({ target }) => setPercent(target.value)}
          />
        )}
      </Field>
      <Field label={text.document} fault={tried && faults.document && text.documentFault}>
        {(id, described) => (
          <Input
            id={id}
            {...described}
            maxLength={200}
            value={document}
            onChange={({ target }) => setDocument(target.value)}
          />
        )}
      </Field>
      <Field label={text.issuedOn} fault={tried && faults.issuedOn && text.issuedFault}>
        {(id, described) => (
          <Input
            id={id}
            {...described}
            value={issuedOn}
            onChange={({ target }) => setIssuedOn(target.value)}
          />
        )}
      </Field>
      <ProblemNotice error={error} />
      {sent ? (
        <p className="notice notice-good" role="status">
          {text.sent}
        </p>
      ) : null}
      <div>
        <Button type="primary" htmlType="submit" loading={busy}>
          {text.send}
        </Button>
      </div>
    </form>
  );
}

type Described = { readonly 'aria-describedby'?: string; readonly 'aria-invalid': boolean };

/** A field with its label, and beside it what to write or what is wrong. */
function Field({
  label,
  help,
  fault = false,
  children,
}: {
  label: string;
  help?: string;
  fault?: string | false;
  children: (id: string, described: Described) => ReactNode;
}) {
  const id = useId();
  const says = fault || help;
  return (
    <div className={fault ? 'field field-fault' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {says ? (
        <p id={`${id}help`} className={fault ? 'fault-text' : 'field-help'}>
          {says}
        </p>
      ) : null}
      {children(id, { 'aria-invalid': Boolean(fault), ...(says ? { 'aria-describedby': `${id}help` } : {}) })}
    </div>
  );
}
