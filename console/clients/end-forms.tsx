/** Ending what a client comes in by: a credential now or on a day to come, or the client itself. */
import { Button } from 'antd';
import { useState } from 'react';
import { useClient } from '../api/use-api.ts';
import { TextField } from '../identity/text-field.tsx';
import { useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useSending } from '../parts/use-sending.ts';
import { endOfDay, isAhead } from './credential-fields.tsx';
import { words } from './words.ts';

interface End {
  /** Below /api/v1/clients/. */
  readonly path: string;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** At once, after a second question. */
export function EndNow({ path, lead, onDone, onBack }: End & { lead: string }) {
  const text = useWords(words);
  const client = useClient();
  const { busy, error, send } = useSending();
  return (
    <div className="stack">
      <p>{lead}</p>
      <ProblemNotice error={error} />
      <div className="row">
        <Button
          type="primary"
          danger
          loading={busy}
          onClick={() => void send(() => client.send('DELETE', `/api/v1/clients/${path}`).then(onDone))}
        >
          {text.confirm}
        </Button>
        <Button onClick={onBack}>{text.keep}</Button>
      </div>
    </div>
  );
}

/** On a last day, so that the other side has time to change. */
export function EndOnDay({ path, onDone, onBack }: End) {
  const text = useWords(words);
  const client = useClient();
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, send } = useSending();
  const isGood = day !== '' && isAhead(day);

  function set() {
    setTried(true);
    if (!isGood) return;
    void send(() => client.send('PUT', `/api/v1/clients/${path}`, { until: endOfDay(day) }).then(onDone));
  }

  return (
    <div className="stack">
      <TextField
        label={text.endOnLabel}
        help={text.endOnHelp}
        fault={tried && !isGood && text.endOnFault}
        type="date"
        value={day}
        onText={setDay}
      />
      <ProblemNotice error={error} />
      <div className="row">
        <Button type="primary" loading={busy} onClick={set}>
          {text.endOn}
        </Button>
        <Button onClick={onBack}>{text.back}</Button>
      </div>
    </div>
  );
}
