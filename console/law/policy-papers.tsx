/** Policy papers: the list with each review, entering one, and reviewing one's own. */
import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { useSession } from '../identity/session.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { words } from './register-words.ts';

interface Paper {
  readonly paperId: string;
  readonly unit: string;
  readonly unitZh: string;
  readonly unitEn: string;
  readonly title: string;
  readonly number: string | null;
  readonly reviewDueOn: string;
  readonly state: string | null;
  readonly note: string | null;
  readonly isOverdue: boolean;
}

const path = '/api/v1/policy-papers';

/** The list and the form. */
export function PolicyPapers() {
  const text = useWords(words);
  const { language } = useLanguage();
  const { account } = useSession();
  const papers = useApi<{ items: readonly Paper[] }>(path, { anyLanguage: true });
  const stateOf = ({ state, isOverdue }: Paper) =>
    state === null ? (isOverdue ? text.overdue : text.waiting) : (text.states[state] ?? state);
  const columns: Column<Paper>[] = [
    {
      key: 'name',
      title: text.name,
      wide: true,
      cell: ({ title, number }) => (number ? `${title} ${number}` : title),
    },
    { key: 'unit', title: text.unit, cell: (paper) => (language === 'zh' ? paper.unitZh : paper.unitEn) },
    { key: 'due', title: text.due, cell: ({ reviewDueOn }) => reviewDueOn },
    {
      key: 'state',
      title: text.state,
      wide: true,
      cell: (paper) =>
        paper.state === null && paper.unit === account.unit.code ? (
          <Review paperId={paper.paperId} late={stateOf(paper)} />
        ) : (
          `${stateOf(paper)}${paper.note ? ` · ${paper.note}` : ''}`
        ),
    },
  ];
  return (
    <section className="stack">
      <h2>{text.papers}</h2>
      <Reading of={papers}>
        {({ items }) => (
          <DataTable
            caption={text.papers}
            columns={columns}
            rows={items}
            rowKey={({ paperId }) => paperId}
            empty={text.none}
          />
        )}
      </Reading>
      <Enter />
    </section>
  );
}

function Review({ paperId, late }: { paperId: string; late: string }) {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const id = useId();
  const [note, setNote] = useState('');
  const [error, setError] = useState<unknown>();
  async function say(state: string) {
    try {
      await client.send('POST', `${path}/${paperId}/review`, { state, note: note.trim() });
      await refresh(path);
    } catch (caught) {
      setError(caught);
    }
  }
  return (
    <div className="stack-small">
      <label htmlFor={`${id}-note`}>
        {late} · {text.note}
      </label>
      <Input
        id={`${id}-note`}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="row">
        {Object.entries(text.states).map(([state, name]) => (
          <Button key={state} disabled={note.trim().length < 4} onClick={() => void say(state)}>
            {name}
          </Button>
        ))}
      </div>
      <ProblemNotice error={error} />
    </div>
  );
}

function Enter() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const id = useId();
  const [paper, setPaper] = useState({ title: '', number: '', issuedOn: '', reviewDueOn: '' });
  const [error, setError] = useState<unknown>();
  async function enter(event: FormEvent) {
    event.preventDefault();
    setError(undefined);
    try {
      const { number, ...rest } = paper;
      await client.send('POST', path, {
        ...rest,
        ...(number.trim() === '' ? {} : { number: number.trim() }),
      });
      setPaper({ title: '', number: '', issuedOn: '', reviewDueOn: '' });
      await refresh(path);
    } catch (caught) {
      setError(caught);
    }
  }
  const field = (name: keyof typeof paper, label: string, help?: string) => (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      {help ? <p className="field-help">{help}</p> : null}
      <Input
        id={`${id}-${name}`}
        required={name !== 'number'}
        maxLength={name === 'title' ? 200 : 100}
        {...(name.endsWith('On') ? { pattern: '\\d{4}-\\d{2}-\\d{2}' } : {})}
        value={paper[name]}
        onChange={(event) => setPaper({ ...paper, [name]: event.target.value })}
      />
    </div>
  );
  return (
    <form className="stack" onSubmit={(event) => void enter(event)}>
      <h3>{text.enter}</h3>
      {field('title', text.paperTitle)}
      {field('number', text.number)}
      {field('issuedOn', text.issuedOn, text.dateHelp)}
      {field('reviewDueOn', text.due, text.dateHelp)}
      <Button htmlType="submit">{text.send}</Button>
      <ProblemNotice error={error} />
    </form>
  );
}
