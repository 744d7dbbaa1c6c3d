/** "Working days": the years whose notices are loaded, and loading the next one. */
import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { useSession } from '../identity/session.ts';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Dialogue } from '../parts/dialogue.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { ReasonField, useReason } from '../parts/reason-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { readNoticeDays } from './read-notice-days.ts';
import { words } from './words.ts';

interface CalendarYear {
  readonly id: string;
  readonly notice: string;
}

interface UnitKind {
  readonly code: string;
  readonly kind: string;
}

/** The page; at other units than the centre it is only read. */
export function CalendarPage() {
  const text = useWords(words);
  const years = useApi<{ items: readonly CalendarYear[] }>('/api/v1/public/law?kind=calendar-year');
  const units = useApi<{ items: readonly UnitKind[] }>('/api/v1/units', { anyLanguage: true });
  const { account } = useSession();
  const own = units.data?.items.find(({ code }) => code === account.unit.code);
  const [done, setDone] = useState<number>();
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      {done === undefined ? null : (
        <p className="notice notice-good" role="status">
          {text.done(done)}
        </p>
      )}
      <Reading of={years}>
        {({ items }) => {
          const next = Math.max(...items.map(({ id }) => Number(id))) + 1;
          return (
            <>
              <DataTable
                caption={text.loaded}
                showCaption
                rows={[...items].reverse()}
                rowKey={({ id }) => id}
                empty={null}
                columns={[
                  { key: 'year', title: text.year, cell: ({ id }) => id },
                  { key: 'notice', title: text.notice, wide: true, cell: ({ notice }) => notice },
                ]}
              />
              {own?.kind === 'centre' ? <NoticeForm key={next} year={next} onDone={setDone} /> : null}
              {own && own.kind !== 'centre' ? <p className="notice">{text.centreOnly}</p> : null}
            </>
          );
        }}
      </Reading>
    </Page>
  );
}

function NoticeForm({ year, onDone }: { year: number; onDone: (year: number) => void }) {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const id = useId();
  const [notice, setNotice] = useState('');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const reason = useReason();
  const { busy, error, send } = useSending();
  const { days, badLines } = readNoticeDays(typed);
  const noticeFault = tried && notice.trim() === '';
  const daysFault =
    tried && (badLines[0] !== undefined ? text.badLine(badLines[0]) : days.length === 0 && text.empty);

  function ask(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (notice.trim() === '') document.getElementById(`${id}-notice`)?.focus();
    else if (badLines.length > 0 || days.length === 0) document.getElementById(`${id}-days`)?.focus();
    else setAsking(true);
  }

  function load() {
    const given = reason.given();
    if (given === undefined) return;
    void send(async () => {
      const body = { year, notice: notice.trim(), days, reason: given };
      await client.send('POST', '/api/v1/calendar-years', body).finally(() => setAsking(false));
      onDone(year);
      await refresh('/api/v1/approvals');
    });
  }

  return (
    <form className="stack" noValidate onSubmit={ask}>
      <h2>{text.load(year)}</h2>
      <ProblemNotice error={error} />
      <div className={noticeFault ? 'field field-fault' : 'field'}>
        <label htmlFor={`${id}-notice`}>{text.number}</label>
        <p className={noticeFault ? 'fault-text' : 'field-help'} id={`${id}-notice-help`}>
          {noticeFault ? text.enterNotice : text.numberHelp}
        </p>
        <Input
          id={`${id}-notice`}
          aria-describedby={`${id}-notice-help`}
          aria-invalid={noticeFault}
          maxLength={500}
          value={notice}
          onChange={(event) => setNotice(event.target.value)}
        />
      </div>
      <div className={daysFault ? 'field field-fault' : 'field'}>
        <label htmlFor={`${id}-days`}>{text.days}</label>
        <p className={daysFault ? 'fault-text' : 'field-help'} id={`${id}-days-help`}>
          {daysFault || text.daysHelp}
        </p>
        <Input.TextArea
          id={`${id}-days`}
          aria-describedby={`${id}-days-help`}
          aria-invalid={Boolean(daysFault)}
          rows={12}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className="quiet" role="status">
          {days.length > 0
            ? text.preview(days.filter(({ off }) => off).length, days.filter(({ off }) => !off).length)
            : ''}
        </p>
      </div>
      <Button type="primary" htmlType="submit">
        {text.send}
      </Button>
      <Dialogue open={asking} title={text.confirmTitle(year)} onClose={() => setAsking(false)}>
        <p>{text.confirmLead}</p>
        <p>{text.preview(days.filter(({ off }) => off).length, days.filter(({ off }) => !off).length)}</p>
        <ReasonField of={reason} label={text.reason} help={text.reasonHelp} fault={text.reasonShort} />
        <div className="row">
          <Button type="primary" loading={busy} onClick={load}>
            {text.confirm}
          </Button>
          <Button onClick={() => setAsking(false)}>{text.cancel}</Button>
        </div>
      </Dialogue>
    </form>
  );
}
