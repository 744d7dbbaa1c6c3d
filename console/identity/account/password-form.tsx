/** Changing one's own password. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useClient, useRefresh } from '../../api/use-api.ts';
import { useWords } from '../../language/language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { TextField } from '../text-field.tsx';
import { words } from './words.ts';

/** The form; what was typed goes once it is changed. */
export function PasswordForm() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const [oldPassword, setOldPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [changed, setChanged] = useState(false);
  const [error, setError] = useState<unknown>();

  async function change(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setChanged(false);
    setError(undefined);
    if (oldPassword === '' || newPassword === '') return;
    setBusy(true);
    try {
      await client.send('POST', '/api/v1/session/password', { oldPassword, newPassword });
      setOldPassword('');
      setNewPassword('');
      setTried(false);
      setChanged(true);
      await refresh('/api/v1/sessions');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => void change(event)} aria-labelledby="password">
      <h2 id="password">{text.password}</h2>
      <p className="quiet measure">{text.passwordLead}</p>
      <ProblemNotice error={error} />
      {changed ? (
        <p className="notice notice-good" role="status">
          {text.passwordChanged}
        </p>
      ) : null}
      <TextField
        label={text.oldPassword}
        fault={tried && oldPassword === '' && text.enterOldPassword}
        type="password"
        autoComplete="current-password"
        value={oldPassword}
        onText={setOldPassword}
      />
      <TextField
        label={text.newPassword}
        help={text.newPasswordHelp}
        fault={tried && newPassword === '' && text.enterNewPassword}
        type="password"
        autoComplete="new-password"
        value={newPassword}
        onText={setNewPassword}
      />
      <div>
        <Button htmlType="submit" loading={busy}>
          {text.changePassword}
        </Button>
      </div>
    </form>
  );
}
