/** Opening an account: a name, a sign-in name, and a password that is shown once. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../api/use-api.ts';
import { useWords } from '../../language/language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { TextField } from '../text-field.tsx';
import { words } from './words.ts';

/** The form; the password of the last account opened stays on the page until the next. */
export function OpenForm({ unit, onOpened }: { unit: string; onOpened: () => void }) {
  const text = useWords(words);
  const client = useClient();
  const [name, setName] = useState('');
  const [loginName, setLoginName] = useState('');
  const [fault, setFault] = useState(false);
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState<{ readonly loginName: string; readonly password: string }>();
  const [error, setError] = useState<unknown>();

  async function open(event: FormEvent) {
    event.preventDefault();
    const isWhole = name.trim() !== '' && loginName.trim() !== '';
    setFault(!isWhole);
    if (!isWhole) return;
    setBusy(true);
    setError(undefined);
    setOpened(undefined);
    try {
      const body = { unit, name: name.trim(), loginName: loginName.trim() };
      const { password } = await client.send<{ password: string }>('POST', '/api/v1/accounts', body);
      setOpened({ loginName: body.loginName, password });
      setName('');
      setLoginName('');
      onOpened();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => void open(event)}>
      <h2>{text.create}</h2>
      <p className="quiet measure">{text.createLead}</p>
      <ProblemNotice error={error} />
      {fault ? (
        <p className="fault-text" role="alert">
          {text.incomplete}
        </p>
      ) : null}
      {opened ? (
        <p className="notice notice-good" role="status">
          {text.created(opened.loginName)} <strong className="code">{opened.password}</strong>
        </p>
      ) : null}
      <TextField label={text.name} maxLength={64} value={name} onText={setName} />
      <TextField
        label={text.loginName}
        help={text.loginNameHelp}
        maxLength={64}
        autoCapitalize="none"
        spellCheck={false}
        value={loginName}
        onText={setLoginName}
      />
      <Button type="primary" htmlType="submit" loading={busy}>
        {text.createNow}
      </Button>
    </form>
  );
}
