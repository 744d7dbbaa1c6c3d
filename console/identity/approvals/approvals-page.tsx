/** "Approvals": what waits for a second pair of eyes, deciding it, and what was decided. */
import { Fragment, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useRefresh } from '../../api/use-api.ts';
import { writeInstant } from '../../language/dates.ts';
import { useWords } from '../../language/language.ts';
import { Pages, usePages } from '../../parts/more-pages.tsx';
import { Page } from '../../parts/page.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useSession } from '../session.ts';
import { useUnitNames } from '../use-unit-names.ts';
import { type Decided, DecideForm } from './decide-form.tsx';
import { words } from './words.ts';

/** A request as the API gives it. */
export interface Approval {
  readonly approvalId: string;
  readonly kind: string;
  readonly target: string;
  readonly name: string;
  readonly summary: string;
  readonly details: readonly { readonly name: string; readonly value: string }[];
  readonly unit: string;
  readonly requestedBy: string;
  readonly reason: string;
  readonly requestedAt: string;
  readonly decision: 'approved' | 'refused' | 'cancelled' | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly decidedAt: string | null;
  readonly mayDecide: boolean;
  readonly mayCancel: boolean;
}

const looks = { approved: 'good', refused: 'serious', cancelled: 'quiet' } as const;

/** The page; which requests it shows stands in the address. */
export function ApprovalsPage() {
  const text = useWords(words);
  const refresh = useRefresh();
  const [search] = useSearchParams();
  const state = search.get('state') === 'decided' ? 'decided' : 'open';
  const pages = usePages<Approval>('/api/v1/approvals', { state, limit: 50 }, 'before');
  const [done, setDone] = useState<Decided>();

  function onDecided(decided: Decided | undefined) {
    setDone(decided);
    void refresh('/api/v1/');
  }

  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      <nav className="ways row" aria-label={text.which}>
        <Link to="/approvals" aria-current={state === 'open' ? 'page' : undefined}>
          {text.open}
        </Link>
        <Link to="/approvals?state=decided" aria-current={state === 'decided' ? 'page' : undefined}>
          {text.decided}
        </Link>
      </nav>
      {done ? <Done decided={done} /> : null}
      <Pages of={pages}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="quiet measure">{state === 'open' ? text.emptyOpen : text.emptyDecided}</p>
          ) : (
            <ul className="plain-list stack">
              {rows.map((row) => (
                <li key={row.approvalId} className="card">
                  <OneApproval approval={row} onDecided={onDecided} />
                </li>
              ))}
            </ul>
          )
        }
      </Pages>
    </Page>
  );
}

function Done({ decided: { decision, once } }: { decided: Decided }) {
  const text = useWords(words);
  const shown = Object.entries(once);
  return (
    <div className="notice notice-good" role="status">
      <p>{text.done[decision]}</p>
      {shown.length === 0 ? null : (
        <>
          <p>{text.once}</p>
          <dl className="facts">
            {shown.map(([name, value]) => (
              <div key={name}>
                <dt>{text.onceNames[name] ?? name}</dt>
                <dd className="code">{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  );
}

function OneApproval({
  approval,
  onDecided,
}: {
  approval: Approval;
  onDecided: (decided: Decided | undefined) => void;
}) {
  const text = useWords(words);
  const unitName = useUnitNames();
  const { account } = useSession();
  const isOwnSubmission =
    approval.kind === 'intake.withdraw-submission' && approval.unit === account.unit.code;
  return (
    <article className="stack" aria-label={approval.name}>
      <div className="stack-small">
        <h2>{approval.name}</h2>
        <p className="measure">{approval.summary}</p>
        {approval.details.length === 0 ? null : (
          <dl className="facts">
            {approval.details.map(({ name, value }) => (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
          </dl>
        )}
        <p className="quiet">
          {text.by(approval.requestedBy, unitName(approval.unit))} ·{' '}
          <time dateTime={approval.requestedAt}>{writeInstant(approval.requestedAt)}</time>
        </p>
        <p className="measure">{text.reason(approval.reason)}</p>
        {isOwnSubmission ? <Link to={`/submissions/${approval.target}`}>{text.show}</Link> : null}
      </div>
      {approval.decision && approval.decidedAt ? (
        <div className="stack-small">
          <StateTag look={looks[approval.decision]} word={text.states[approval.decision] ?? ''} />
          <p className="quiet">
            {text.decidedBy(approval.decidedBy ?? '', writeInstant(approval.decidedAt))}
            {approval.decisionReason ? ` · ${approval.decisionReason}` : ''}
          </p>
        </div>
      ) : (
        <DecideForm approval={approval} onDecided={onDecided} />
      )}
    </article>
  );
}
