/** A natural person's own request for erasure: what was asked and answered, what would stay, and asking. */
import { Button, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { dateOf } from '../language/dates.ts';
import { useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { useSending } from '../parts/use-sending.ts';
import { words } from './own-erasure-words.ts';

/** A request of GET /api/v1/me/erasure-requests. */
interface Wish {
  readonly wishId: string;
  readonly groundName: string;
  readonly askedAt: string;
  readonly dueOn: string;
  readonly dueFixed: boolean;
  readonly overdue: boolean;
  readonly refusedAt: string | null;
  readonly says: string | null;
}

interface OwnErasureAnswer {
  readonly items: readonly Wish[];
  readonly grounds: readonly { readonly ground: string; readonly name: string }[];
  readonly kept: readonly { readonly what: string; readonly basis: string }[];
  readonly refusal: string;
}

const path = '/api/v1/me/erasure-requests';

/** Below the records of a person's file. */
export function OwnErasure() {
  const text = useWords(words);
  const answer = useApi<OwnErasureAnswer>(path);
  return (
    <section className="stack no-print" aria-labelledby="own-erasure">
      <h2 id="own-erasure">{text.title}</h2>
      <p className="measure">{text.lead}</p>
      <Reading of={answer}>
        {({ items, grounds, kept, refusal }) => (
          <>
            {items.map((wish) => (
              <WishLine key={wish.wishId} wish={wish} />
            ))}
            {items.some(({ refusedAt }) => refusedAt === null) ? null : <Ask grounds={grounds} />}
            <h3>{text.kept}</h3>
            <ul className="measure">
              {kept.map(({ what, basis }) => (
                <li key={what}>{text.keptBecause(what, basis)}</li>
              ))}
            </ul>
            <p className="quiet measure">{refusal}</p>
          </>
        )}
      </Reading>
    </section>
  );
}

function WishLine({ wish }: { wish: Wish }) {
  const text = useWords(words);
  const { askedAt, groundName, dueOn, dueFixed, overdue, refusedAt, says } = wish;
  return (
    <div className="notice">
      <p>
        {text.asked(dateOf(askedAt))} · {groundName} ·{' '}
        {refusedAt === null ? (
          <StateTag look={overdue ? 'serious' : 'note'} word={overdue ? text.overdue : text.waiting} />
        ) : (
          text.refused(dateOf(refusedAt))
        )}
        {refusedAt === null && !overdue ? ` · ${dueFixed ? text.due(dueOn) : text.dueEarliest(dueOn)}` : ''}
      </p>
      {says === null ? null : <p>{says}</p>}
    </div>
  );
}

function Ask({ grounds }: { grounds: OwnErasureAnswer['grounds'] }) {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const { busy, error, send } = useSending();
  const [ground, setGround] = useState<string>();
  const [missing, setMissing] = useState(false);
  function ask(event: FormEvent) {
    event.preventDefault();
    setMissing(ground === undefined);
    if (ground === undefined) return;
    void send(async () => {
      await client.send('POST', path, { ground });
      await refresh(path);
    });
  }
  return (
    <form className="stack" onSubmit={ask}>
      <fieldset className={missing ? 'choices field-fault' : 'choices'}>
        <legend>{text.ground}</legend>
        {missing ? <p className="fault-text">{text.groundFault}</p> : null}
        <Radio.Group value={ground} onChange={(event) => setGround(event.target.value as string)}>
          {grounds.map((one) => (
            <Radio key={one.ground} value={one.ground}>
              {one.name}
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <Button danger htmlType="submit" loading={busy}>
        {text.ask}
      </Button>
      <ProblemNotice error={error} />
    </form>
  );
}
