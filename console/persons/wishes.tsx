/** What natural persons asked to be erased and waits for the centre: each with its day, and the proposed answer. */
import { Button, Input, Radio } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { dateOf } from '../language/dates.ts';
import { useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { ReasonField, useReason } from '../parts/reason-field.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { useSending } from '../parts/use-sending.ts';
import { words } from './words.ts';

interface Wish {
  readonly wishId: string;
  readonly groundName: string;
  readonly askedAt: string;
  readonly dueOn: string;
  readonly overdue: boolean;
}

/** For officers of the centre who may ask for erasures. */
export function Wishes() {
  const text = useWords(words);
  const wishes = useApi<{ readonly items: readonly Wish[] }>('/api/v1/erasure-requests');
  return (
    <section className="stack">
      <h2>{text.wishes}</h2>
      <Reading of={wishes}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{text.noWishes}</p>
          ) : (
            <>
              <p className="quiet measure">{text.wishesLead}</p>
              {items.map((wish) => (
                <WishCard key={wish.wishId} wish={wish} />
              ))}
            </>
          )
        }
      </Reading>
    </section>
  );
}

function WishCard({ wish }: { wish: Wish }) {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const { busy, error, send } = useSending();
  const reason = useReason();
  const id = useId();
  const [answer, setAnswer] = useState<'erase' | 'refuse'>('refuse');
  const [says, setSays] = useState('');
  const [proposed, setProposed] = useState(false);
  function propose(event: FormEvent) {
    event.preventDefault();
    const given = reason.given();
    if (given === undefined) return;
    const body =
      answer === 'erase' ? { answer, reason: given } : { answer, reason: given, says: says.trim() };
    void send(async () => {
      await client.send('POST', `/api/v1/erasure-requests/${wish.wishId}/answer`, body);
      setProposed(true);
      await refresh('/api/v1/approvals');
    });
  }
  return (
    <form className="stack notice" onSubmit={propose}>
      <p>
        {text.askedOn(dateOf(wish.askedAt))} · {wish.groundName} ·{' '}
        <StateTag
          look={wish.overdue ? 'serious' : 'attention'}
          word={wish.overdue ? text.overdue(wish.dueOn) : text.due(wish.dueOn)}
        />
      </p>
      <fieldset className="choices">
        <legend>{text.answer}</legend>
        <Radio.Group value={answer} onChange={(event) => setAnswer(event.target.value as typeof answer)}>
          <Radio value="refuse">{text.refuse}</Radio>
          <Radio value="erase">{text.erase}</Radio>
        </Radio.Group>
      </fieldset>
      {answer === 'refuse' ? (
        <div className="field">
          <label htmlFor={id}>{text.says}</label>
          <p className="field-help">{text.saysHelp}</p>
          <Input.TextArea
            id={id}
            required
            minLength={10}
            maxLength={1000}
            rows={3}
            value={says}
            onChange={(event) => setSays(event.target.value)}
          />
        </div>
      ) : null}
      <ReasonField of={reason} label={text.reason} help={text.reasonHelp} fault={text.reasonHelp} />
      <Button htmlType="submit" loading={busy} danger={answer === 'erase'}>
        {text.propose}
      </Button>
      <ProblemNotice error={error} />
      {proposed ? <p className="notice">{text.asked}</p> : null}
    </form>
  );
}
