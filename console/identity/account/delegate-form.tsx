/** Asking to lend one's own role to a colleague for a time. */
import { Button, Select } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useClient, useRefresh } from '../../api/use-api.ts';
import { useWords } from '../../language/language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { Role } from '../session.ts';
import { TextField } from '../text-field.tsx';
import { words as frameWords } from '../words.ts';
import { words } from './words.ts';

/** The form; what was typed stays until it was asked for. */
export function DelegateForm({ roles }: { roles: readonly Role[] }) {
  const text = useWords(words);
  const names = useWords(frameWords).role;
  const client = useClient();
  const refresh = useRefresh();
  const id = useId();
  const [role, setRole] = useState<Role | undefined>(roles[0]);
  const [loginName, setLoginName] = useState('');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState(false);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>();

  async function ask(event: FormEvent) {
    event.preventDefault();
    setAsked(false);
    const isWhole = loginName.trim() !== '' && until !== '' && reason.trim().length >= 4;
    setFault(!isWhole);
    if (!isWhole) return;
    setBusy(true);
    setError(undefined);
    try {
      const body = { role, loginName: loginName.trim(), until, reason: reason.trim() };
      await client.send('POST', '/api/v1/delegations', body);
      setAsked(true);
      setReason('');
      await refresh('/api/v1/approvals');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => void ask(event)}>
      <h2>{text.delegate}</h2>
      <p className="quiet measure">{text.delegateLead}</p>
      <ProblemNotice error={error} />
      {asked ? (
        <p className="notice notice-good" role="status">
          {text.asked}
        </p>
      ) : null}
      {fault ? (
        <p className="fault-text" role="alert">
          {text.incomplete}
        </p>
      ) : null}
      <div className="field">
        <label htmlFor={id}>{text.role}</label>
        <Select
          id={id}
          value={role ?? null}
          options={roles.map((each) => ({ value: each, label: names[each] }))}
          onChange={setRole}
        />
      </div>
      <TextField label={text.to} value={loginName} autoCapitalize="none" onText={setLoginName} />
      <TextField label={text.until} type="date" value={until} onText={setUntil} />
      <TextField
        label={text.reason}
        help={text.reasonHelp}
        maxLength={500}
        value={reason}
        onText={setReason}
      />
      <Button htmlType="submit" loading={busy}>
        {text.ask}
      </Button>
    </form>
  );
}
