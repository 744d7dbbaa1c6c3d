/** One client: what it is granted, what it comes in by, and what can be done with it. */
import { Button } from 'antd';
import { dateOf, lastDayBefore, writeInstant } from '../language/dates.ts';
import { writeCount } from '../language/figures.ts';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { type ClientAnswer, useGrantable } from './answers.ts';
import { NextSteps } from './next-steps.tsx';
import { words } from './words.ts';

/** What somebody chose to do. */
export type Act =
  | { readonly kind: 'add' | 'change' | 'close' }
  | { readonly kind: 'end' | 'end-on'; readonly credentialId: string };

/** An end at midnight is told by the last day before it. */
function writeEnd(until: string): string {
  const written = writeInstant(until);
  return written.endsWith(' 00:00') ? lastDayBefore(dateOf(until)) : written;
}

/** The card. */
export function ClientCard({
  client,
  unit,
  onAct,
}: {
  client: ClientAnswer;
  unit: string;
  onAct: (act: Act) => void;
}) {
  const text = useWords(words);
  const { clientId, name, networks, quota, requestsToday, credentials } = client;
  const called = name || text.unnamed;
  const hasKey = credentials.some(({ kind }) => kind === 'key');
  return (
    <article className="stack" aria-label={called}>
      <h2>{called}</h2>
      <dl className="facts">
        <dt>{text.clientId}</dt>
        <dd className="code">{clientId}</dd>
        <dt>{text.may}</dt>
        <dd>
          <Granted client={client} unit={unit} />
        </dd>
        <dt>{text.networks}</dt>
        <dd className="code">{networks.join(text.and) || text.anywhere}</dd>
        <dt>{text.quota}</dt>
        <dd>{quota === null ? text.unlimited : text.uses(writeCount(requestsToday), writeCount(quota))}</dd>
      </dl>
      <Credentials credentials={credentials} onAct={onAct} />
      {hasKey && credentials.some(({ kind }) => kind === 'secret') ? (
        <p className="quiet">{text.keyWins}</p>
      ) : null}
      <div className="row">
        <Button onClick={() => onAct({ kind: 'add' })}>{text.addCredential}</Button>
        <Button onClick={() => onAct({ kind: 'change' })}>{text.change}</Button>
        <Button danger onClick={() => onAct({ kind: 'close' })}>
          {text.close}
        </Button>
      </div>
      <NextSteps clientId={clientId} by={hasKey || credentials.length === 0 ? 'key' : 'secret'} />
    </article>
  );
}

function Granted({ client: { scopes }, unit }: { client: ClientAnswer; unit: string }) {
  const text = useWords(words);
  const { items, purposes } = useGrantable(unit);
  const known = new Map([...items, ...purposes].map(({ scope, name }) => [scope, name]));
  const namesOf = (kind: string) =>
    scopes
      .filter((scope) => scope.startsWith(kind))
      .map((scope) => known.get(scope) ?? scope.slice(kind.length))
      .join(text.and);
  const [submits, looks] = [namesOf('submit:'), namesOf('disclose:')];
  if (scopes.length === 0) return text.nothing;
  return (
    <>
      {submits ? <p>{text.submits(submits)}</p> : null}
      {looks ? <p>{text.looks(looks)}</p> : null}
    </>
  );
}

function Credentials({
  credentials,
  onAct,
}: {
  credentials: ClientAnswer['credentials'];
  onAct: (act: Act) => void;
}) {
  const text = useWords(words);
  return (
    <DataTable
      caption={text.credentials}
      showCaption
      rows={credentials}
      rowKey={({ credentialId }) => credentialId}
      empty={text.noCredentials}
      columns={[
        { key: 'kind', title: text.kind, cell: ({ kind }) => text.kinds[kind] },
        { key: 'since', title: text.since, cell: ({ since }) => <time>{writeInstant(since)}</time> },
        {
          key: 'until',
          title: text.until,
          cell: ({ until }) => (until === null ? text.noEnd : <time>{writeEnd(until)}</time>),
        },
        {
          key: 'act',
          title: text.act,
          cell: ({ credentialId }) => (
            <div className="row">
              <Button size="small" onClick={() => onAct({ kind: 'end-on', credentialId })}>
                {text.endOn}
              </Button>
              <Button size="small" danger onClick={() => onAct({ kind: 'end', credentialId })}>
                {text.endNow}
              </Button>
            </div>
          ),
        },
      ]}
    />
  );
}
