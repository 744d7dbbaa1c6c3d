/** "Unsure matches": a unit sees its own rows that wait, an officer of the centre decides them, by keyboard if wished. */
import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { mayDo, useSession } from '../../identity/session.ts';
import { dateOf } from '../../language/dates.ts';
import { useWords } from '../../language/language.ts';
import { Dated } from '../../law/dated.tsx';
import { Pages, usePages } from '../../parts/more-pages.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { HeldRow } from '../answers.ts';
import { type Choice, DecisionForm } from './decision-form.tsx';
import { HeldRowDetail } from './held-row-detail.tsx';
import { type Outcome, useDecisions } from './use-decisions.ts';
import { words } from './words.ts';

/** The page. */
export function HeldRowsPage() {
  const text = useWords(words);
  const { account } = useSession();
  const decides = mayDo(account, 'decide-held');
  const pages = usePages<HeldRow>('/api/v1/held-rows', { limit: 50 }, 'after');
  const decisions = useDecisions();
  const { pending, last, gone, decide, undo } = decisions;
  return (
    <Page title={text.title}>
      <p className="quiet measure">{decides ? text.leadCentre : text.leadUnit}</p>
      {pending ? (
        <div className="notice row" role="status">
          {text.pending(text[pending.decision], pending.row.partyName)}
          <Button size="small" onClick={undo}>
            {text.undo}
          </Button>
        </div>
      ) : null}
      {last ? <LastOutcome last={last} /> : null}
      <Pages of={pages}>
        {(rows) => {
          const open = rows.filter(({ heldRowId }) => !gone.has(heldRowId));
          if (open.length === 0) return <p className="quiet measure">{text.empty}</p>;
          return (
            <HeldRows
              rows={open}
              ownUnit={account.unit.code}
              onDecide={decides ? (row, decision, reason) => decide({ row, decision, reason }) : undefined}
            />
          );
        }}
      </Pages>
    </Page>
  );
}

function LastOutcome({ last }: { last: Outcome }) {
  const text = useWords(words);
  const { row, decision } = last.decision;
  if (last.error) return <ProblemNotice error={last.error} />;
  return (
    <p className="notice notice-good" role="status">
      {last.outcome === 'duplicate'
        ? text.duplicate(row.partyName)
        : text.decided(text[decision], row.partyName)}
    </p>
  );
}

function HeldRows({
  rows,
  ownUnit,
  onDecide,
}: {
  rows: readonly HeldRow[];
  ownUnit: string;
  onDecide: ((row: HeldRow, choice: Choice, reason: string) => void) | undefined;
}) {
  const text = useWords(words);
  const [chosen, setChosen] = useState(0);
  const [choice, setChoice] = useState<Choice>();
  const [decided, setDecided] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const at = Math.min(chosen, rows.length - 1);
  const row = rows[at];

  // Once the decided row has left the list, its successor takes the focus: the keys go on working.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a decision moves the focus, not every change of the list.
  useEffect(() => {
    if (decided > 0) list.current?.querySelectorAll('button')[at]?.focus();
  }, [decided]);

  function go(to: number) {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setChosen(next);
    setChoice(undefined);
    list.current?.querySelectorAll('button')[next]?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as HTMLElement).closest('textarea, input')) return;
    const key = event.key.toLowerCase();
    if (key === 'j') go(at + 1);
    else if (key === 'k') go(at - 1);
    else if (key === 'a' && onDecide) setChoice('accept');
    else if (key === 'r' && onDecide) setChoice('return');
    else if (key === 'escape') setChoice(undefined);
    else return;
    event.preventDefault();
  }

  if (!row) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys repeat what the buttons inside offer; they work only with the focus here (WCAG 2.1.4).
    <div onKeyDown={onKeyDown} className="stack">
      {onDecide ? (
        <p className="quiet no-print">
          {text.keys}: <kbd>j</kbd> {text.keyNames.next} · <kbd>k</kbd> {text.keyNames.previous} ·{' '}
          <kbd>a</kbd> {text.accept} · <kbd>r</kbd> {text.return} · <kbd>Enter</kbd> {text.keyNames.confirm} ·{' '}
          <kbd>Esc</kbd> {text.keyNames.cancel}
        </p>
      ) : null}
      <div className="held">
        <ul className="held-list" ref={list} aria-label={text.list}>
          {rows.map((each, index) => (
            <li key={each.heldRowId}>
              <button type="button" aria-current={index === at} onClick={() => go(index)}>
                <strong>{each.partyName}</strong>
                <br />
                <span className="quiet">
                  {each.decisionNo} · {text.waiting} <Dated date={dateOf(each.heldAt)} />
                </span>
              </button>
            </li>
          ))}
        </ul>
        <section aria-label={row.partyName} className="stack">
          <HeldRowDetail row={row} ownUnit={row.unit === ownUnit} />
          {onDecide ? (
            <DecisionForm
              key={row.heldRowId}
              choice={choice}
              onChoose={setChoice}
              onDecide={(taken, reason) => {
                setChoice(undefined);
                onDecide(row, taken, reason);
                setDecided((before) => before + 1);
              }}
            />
          ) : null}
        </section>
      </div>
    </div>
  );
}
