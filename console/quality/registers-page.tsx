/** "Registers": how many decisions the unit's own register holds for a month, beside what it handed in. */
import { Button, Input, Select } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { useItemNames, useItems } from '../catalogue/items.ts';
import { useSession } from '../identity/session.ts';
import { writeCount } from '../language/figures.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { useSending } from '../parts/use-sending.ts';
import { monthsFrom } from './months.ts';
import { words } from './registers-words.ts';

interface RegisterMonth {
  readonly item: string;
  /** First day of the month. */
  readonly month: string;
  readonly declared: number | null;
  readonly records: number;
}

interface Registers {
  /** First days of months, half-open: what can be declared. */
  readonly from: string;
  readonly until: string;
  readonly items: readonly RegisterMonth[];
}

const PATH = '/api/v1/registers';

/** The page; those who may not declare only read. */
export function RegistersPage() {
  const text = useWords(words);
  const { account } = useSession();
  const mayDeclare = account.roles.some((role) => role === 'data-officer' || role === 'reviewer');
  const registers = useApi<Registers>(PATH, { anyLanguage: true });
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      <Reading of={registers}>
        {({ from, until, items }) => (
          <>
            {mayDeclare ? (
              <DeclareForm months={monthsFrom(from.slice(0, 7), until.slice(0, 7)).slice(0, -1).reverse()} />
            ) : null}
            <Months items={items} />
          </>
        )}
      </Reading>
    </Page>
  );
}

function Months({ items }: { items: readonly RegisterMonth[] }) {
  const text = useWords(words);
  const nameOf = useItemNames();
  return (
    <DataTable
      caption={text.months}
      showCaption
      rows={items}
      rowKey={({ item, month }) => `${item} ${month}`}
      empty={text.none}
      columns={[
        { key: 'month', title: text.month, cell: ({ month }) => month.slice(0, 7) },
        { key: 'item', title: text.item, wide: true, cell: ({ item }) => nameOf(item) },
        {
          key: 'declared',
          title: text.declared,
          cell: ({ declared }) => (declared === null ? text.notDeclared : writeCount(declared)),
        },
        { key: 'records', title: text.records, cell: ({ records }) => writeCount(records) },
        {
          key: 'gap',
          title: text.gap,
          cell: ({ declared, records }) =>
            declared === null ? '—' : writeCount(Math.abs(declared - records)),
        },
      ]}
    />
  );
}

/** `months` newest first. */
function DeclareForm({ months }: { months: readonly string[] }) {
  const text = useWords(words);
  const { language } = useLanguage();
  const client = useClient();
  const refresh = useRefresh();
  const nameOf = useItemNames();
  const { busy, error, send } = useSending();
  const items = useItems();
  const id = useId();
  const [item, setItem] = useState<string>();
  const [month, setMonth] = useState(months[0] ?? '');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<string>();
  const chosen = item ?? items.data?.items[0]?.item;
  const isCount = /^\d{1,8}$/.test(typed.trim());
  const fault = tried && !isCount;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setDone(undefined);
    if (!isCount) document.getElementById(`${id}count`)?.focus();
    if (!chosen || !isCount) return;
    const decisions = Number(typed.trim());
    void send(async () => {
      await client.send('POST', PATH, { item: chosen, month: `${month}-01`, decisions });
      setDone(text.done(nameOf(chosen), month, writeCount(decisions)));
      setTyped('');
      setTried(false);
      await refresh(PATH);
    });
  };
  return (
    <form className="stack measure" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor={`${id}item`}>{text.item}</label>
        <Select
          id={`${id}item`}
          value={chosen ?? null}
          onChange={(value) => setItem(value ?? undefined)}
          options={(items.data?.items ?? []).map((one) => ({ value: one.item, label: one.name[language] }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}month`}>{text.month}</label>
        <Select
          id={`${id}month`}
          value={month}
          onChange={setMonth}
          options={months.map((value) => ({ value, label: value }))}
        />
      </div>
      <div className={fault ? 'field field-fault' : 'field'}>
        <label htmlFor={`${id}count`}>{text.decisions}</label>
        <p id={`${id}help`} className={fault ? 'fault-text' : 'field-help'}>
          {fault ? text.decisionsFault : text.decisionsHelp}
        </p>
        <Input
          id={`${id}count`}
          inputMode="numeric"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          aria-invalid={fault}
          aria-describedby={`${id}help`}
        />
      </div>
      <ProblemNotice error={error} />
      {done ? (
        <p className="notice notice-good" role="status">
          {done}
        </p>
      ) : null}
      <div>
        <Button type="primary" htmlType="submit" loading={busy}>
          {text.declare}
        </Button>
      </div>
    </form>
  );
}
