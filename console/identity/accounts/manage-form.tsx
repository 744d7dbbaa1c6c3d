/** What an administrator may do with one account, each with a reason. */
import { Button, type InputRef, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { useClient } from '../../api/use-api.ts';
import { useWords } from '../../language/language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { Role } from '../session.ts';
import { TextField } from '../text-field.tsx';
import { words as frameWords } from '../words.ts';
import { words } from './words.ts';

/** An account as the API gives it to its administrator. */
export interface ManagedAccount {
  readonly accountId: string;
  readonly loginName: string;
  readonly name: string;
  readonly closedAt: string | null;
  readonly lockedUntil: string | null;
  readonly hasSecondFactor: boolean;
  /** When somebody else last came from the city's sign-on under this name. */
  readonly signOnClashedAt: string | null;
  readonly grants: readonly {
    readonly grantId: string;
    readonly role: Role;
    readonly until: string | null;
  }[];
}

/** One reason, and a button for each act. */
export function ManageForm({
  account: { accountId, grants },
  onDone,
  onBack,
}: {
  account: ManagedAccount;
  onDone: (said: string) => void;
  onBack: () => void;
}) {
  const text = useWords(words);
  const names = useWords(frameWords).role;
  const client = useClient();
  const id = useId();
  const [role, setRole] = useState<Role>('data-officer');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const input = useRef<InputRef>(null);
  const account = `/api/v1/accounts/${accountId}`;

  async function send(path: string, said: string, more: object = {}) {
    const given = reason.trim();
    setShort(given.length < 4);
    if (given.length < 4) return input.current?.focus();
    setBusy(true);
    setError(undefined);
    try {
      await client.send('POST', path, { ...more, reason: given });
      onDone(said);
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  }

  /** Needs no reason: nothing is taken from the person but a sign-in. */
  async function endSessions() {
    setBusy(true);
    setError(undefined);
    try {
      const { ended } = await client.send<{ ended: number }>('DELETE', `${account}/sessions`);
      onDone(text.sessionsEnded(ended));
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  }

  const grant = { role, ...(until === '' ? {} : { until }) };
  return (
    <div className="stack">
      <ProblemNotice error={error} />
      <TextField
        inputRef={input}
        label={text.reason}
        help={text.reasonHelp}
        fault={short && text.reasonShort}
        maxLength={500}
        value={reason}
        onText={setReason}
      />
      <div className="field">
        <label htmlFor={id}>{text.role}</label>
        {/* Within the dialogue, or the list would lie beneath it. */}
        <Select
          id={id}
          value={role}
          options={Object.entries(names).map(([value, label]) => ({ value: value as Role, label }))}
          onChange={setRole}
          getPopupContainer={(element) => element.parentElement as HTMLElement}
        />
      </div>
      <TextField label={text.untilDay} type="date" value={until} onText={setUntil} />
      <div className="row">
        <Button
          type="primary"
          loading={busy}
          onClick={() => void send(`${account}/grants`, text.asked, grant)}
        >
          {text.grant}
        </Button>
      </div>
      <div className="row">
        {grants.map((each) => (
          <Button
            key={each.grantId}
            disabled={busy}
            onClick={() => void send(`/api/v1/grants/${each.grantId}/end`, text.asked)}
          >
            {text.endRole(names[each.role] ?? each.role)}
          </Button>
        ))}
        <Button disabled={busy} onClick={() => void send(`${account}/reset`, text.asked)}>
          {text.reset}
        </Button>
        <Button disabled={busy} onClick={() => void endSessions()}>
          {text.endSessions}
        </Button>
        <Button danger disabled={busy} onClick={() => void send(`${account}/closure`, text.closedNow)}>
          {text.close}
        </Button>
        <Button onClick={onBack}>{text.back}</Button>
      </div>
    </div>
  );
}
