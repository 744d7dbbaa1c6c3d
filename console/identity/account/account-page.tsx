/** "My account": who one is here, how and where one is signed in, and lending a role. */
import { useEffect, useState } from 'react';
import { useLanguage, useWords } from '../../language/language.ts';
import { Page } from '../../parts/page.tsx';
import { useSession } from '../session.ts';
import { words as frameWords } from '../words.ts';
import { DelegateForm } from './delegate-form.tsx';
import { Passkeys } from './passkeys.tsx';
import { PasswordForm } from './password-form.tsx';
import { Sessions } from './sessions.tsx';
import { words } from './words.ts';

/** The page. */
export function AccountPage() {
  const text = useWords(words);
  const { role, and } = useWords(frameWords);
  const { language } = useLanguage();
  const { account } = useSession();
  const [proved] = useState(() => location.hash === '#proved');
  useEffect(() => {
    if (proved) history.replaceState(history.state, '', location.pathname);
  }, [proved]);
  const lendable = account.roles.filter((each) => each !== 'administrator');
  return (
    <Page title={text.title}>
      {proved ? (
        <p className="notice notice-good" role="status">
          {text.proved}
        </p>
      ) : null}
      <dl className="facts">
        <dt>{text.name}</dt>
        <dd>{account.name}</dd>
        <dt>{text.unit}</dt>
        <dd>{account.unit.name[language]}</dd>
        <dt>{text.roles}</dt>
        <dd>
          {account.roles.length === 0 ? text.noRoles : account.roles.map((each) => role[each]).join(and)}
        </dd>
      </dl>
      <Passkeys />
      <Sessions />
      <PasswordForm />
      {lendable.length === 0 ? null : <DelegateForm roles={lendable} />}
    </Page>
  );
}
