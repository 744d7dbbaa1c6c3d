/** The frame around every page: who is signed in, where one can go, what is being uploaded. */
import { Link, NavLink, Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { LanguageSwitch } from '../identity/language-switch.tsx';
import { mayDo, useSession } from '../identity/session.ts';
import { words } from '../identity/words.ts';
import { UploadLine } from '../intake/uploads/upload-line.tsx';
import { useLanguage, useWords } from '../language/language.ts';
import { words as partsWords } from '../parts/words.ts';
import { DemoMark } from './demo-mark.tsx';
import { doorGroups } from './doors.ts';

/** Head, navigation, the page, foot. */
export function Frame() {
  const text = useWords(words);
  const { language } = useLanguage();
  const { account, signOut } = useSession();
  return (
    <>
      <a className="skip-link" href="#content">
        {text.skip}
      </a>
      <header className="frame-head">
        <DemoMark />
        <div className="frame-bar">
          <Link to="/" className="frame-brand">
            {text.product}
          </Link>
          <div className="frame-who">
            <span>
              {account.unit.name[language]} · {account.name} ·{' '}
              {account.roles.map((role) => text.role[role]).join(text.and)}
            </span>
            <Link to="/account">{text.account}</Link>
            <LanguageSwitch />
            <button type="button" className="plain-button" onClick={signOut}>
              {text.signOut}
            </button>
          </div>
        </div>
        <nav className="frame-nav" aria-label={text.navigation}>
          {doorGroups.map(({ group, doors }) => {
            const open = doors.filter(({ duty }) => mayDo(account, duty));
            return open.length === 0 ? null : (
              <div key={group} className="frame-group">
                <span id={`doors-${group}`}>{text.groups[group]}</span>
                <ul aria-labelledby={`doors-${group}`}>
                  {open.map(({ path, page }) => (
                    <li key={path}>
                      <NavLink to={path} end={path === '/'}>
                        {text.pages[page]}
                      </NavLink>
                    </li>
                  ))}
                </ul>
              </div>
            );
          })}
        </nav>
        <UploadLine />
        <Arriving />
      </header>
      <Outlet />
      <footer className="frame-foot">
        <a href={language === 'en' ? '/en/' : '/'}>{text.portal}</a>
      </footer>
      <ScrollRestoration />
    </>
  );
}

/** On a slow line the next page may take seconds: the one that is left stays, and this says that something comes. */
function Arriving() {
  const { loading } = useWords(partsWords);
  const { state } = useNavigation();
  return (
    <p className="arriving" role="status">
      {state === 'loading' ? loading : ''}
    </p>
  );
}
