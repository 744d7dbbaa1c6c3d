/** The way in by the city's sign-on: its button, the way out of it, and the ticket that somebody brings back who still owes the code. */
import { Button } from 'antd';
import { type Bilingual, useWords } from '../language/language.ts';
import type { StepAnswer } from './session.ts';

const zh = {
  signOn: '统一认证登录',
  leave: '退出统一认证',
  leaveHelp: '在多人共用的电脑上，用完请一并退出。',
  eLicence: '电子营业执照登录',
};
const en: typeof zh = {
  signOn: 'Sign in with the city’s sign-on',
  leave: 'Leave the city’s sign-on',
  leaveHelp: 'On a shared computer, leave it as well when you are done.',
  eLicence: 'Sign in with an e-licence',
};
export const signOnWords: Bilingual<typeof zh> = { zh, en };

/** The server says in the page's head what there is. */
const says = (name: string) =>
  document.querySelector<HTMLMetaElement>(`meta[name="gongxin-${name}"]`)?.content === '1';
const isSetUp = says('sign-on');

/** Button and way out, where a sign-on is set up; organisations may come by their e-licence too. */
export function SignOn({ forSubjects = false }: { forSubjects?: boolean }) {
  const text = useWords(signOnWords);
  if (!isSetUp) return null;
  return (
    <div className="stack-small">
      <div className="row">
        <Button href="/sign-on">{text.signOn}</Button>
        {forSubjects && says('e-licence') ? (
          <Button href="/sign-on?with=e-licence">{text.eLicence}</Button>
        ) : null}
      </div>
      <p className="quiet">
        {text.leaveHelp} <a href="/sign-on/leave">{text.leave}</a>
      </p>
    </div>
  );
}

let brought = /^#sign-on=([\w-]+)$/.exec(location.hash)?.[1];
// The ticket stays neither in the address nor in the history.
if (brought) history.replaceState(history.state, '', location.pathname + location.search);

/** The step of whoever came back without a second factor. */
export function broughtStep(): StepAnswer | undefined {
  return brought ? { ticket: brought, choosePassword: false } : undefined;
}

/** A ticket is tried once; a later sign-in begins at the name. */
export function forgetBroughtStep(): void {
  brought = undefined;
}
