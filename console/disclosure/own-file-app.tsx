/** The part of the console that belongs to subjects: its gate, its frame and its pages, apart from the officers'. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import { createBrowserRouter, Link, NavLink, Outlet, RouterProvider } from 'react-router';
import { AgentsPage } from '../agents/agents-page.tsx';
import { isForbidden, isSignedOut } from '../api/problem-error.ts';
import { useClient } from '../api/use-api.ts';
import { DemoMark } from '../frame/demo-mark.tsx';
import { ErrorPage, NoSuchPage } from '../frame/error-page.tsx';
import { LanguageSwitch } from '../identity/language-switch.tsx';
import type { SignedOutSignal } from '../identity/signals.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { NoticesPage } from '../notices/notices-page.tsx';
import { AccessesPage } from './accesses-page.tsx';
import type { MeAnswer } from './answers.ts';
import { EnterPage } from './enter-page.tsx';
import { MyFilePage } from './my-file-page.tsx';
import { words } from './words.ts';

type Own = { readonly me: MeAnswer; leave(): void };
const OwnContext = createContext<Own | undefined>(undefined);

function useOwn(): Own {
  const own = useContext(OwnContext);
  if (!own) throw new Error('useOwn stands outside its provider');
  return own;
}

function OwnFrame() {
  const text = useWords(words);
  const { language } = useLanguage();
  const { me, leave } = useOwn();
  const isPerson = me.subject === null;
  const full = !me.readOnly && !isPerson;
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
              {me.subject?.name ?? text.person}
              {me.readOnly ? ` · ${text.readOnly}` : ''}
            </span>
            <LanguageSwitch />
            <button type="button" className="plain-button" onClick={leave}>
              {text.leave}
            </button>
          </div>
        </div>
        <nav className="frame-nav" aria-label={text.navigation}>
          <ul>
            <li>
              <NavLink to="/" end>
                {text.pages.file}
              </NavLink>
            </li>
            <li>
              <NavLink to="/accesses">{text.pages.accesses}</NavLink>
            </li>
            <li>
              <NavLink to="/notices">{text.pages.notices}</NavLink>
            </li>
            {full ? (
              <li>
                <NavLink to="/agents">{text.pages.agents}</NavLink>
              </li>
            ) : null}
          </ul>
        </nav>
      </header>
      <Outlet />
      <footer className="frame-foot">
        <a href={language === 'en' ? '/en/' : '/'}>{text.portal}</a>
      </footer>
    </>
  );
}

const createRouter = (isPerson: boolean) =>
  createBrowserRouter(
    [
      {
        element: <OwnFrame />,
        errorElement: <ErrorPage />,
        children: [
          { index: true, element: <MyFilePage isPerson={isPerson} /> },
          { path: 'accesses', element: <AccessesPage isPerson={isPerson} /> },
          { path: 'notices', element: <NoticesPage /> },
          ...(isPerson ? [] : [{ path: 'agents', element: <AgentsPage /> }]),
          { path: '*', element: <NoSuchPage /> },
        ],
      },
    ],
    { basename: '/console/me' },
  );

function OwnPages({ isPerson }: { isPerson: boolean }) {
  const [router] = useState(() => createRouter(isPerson));
  return <RouterProvider router={router} />;
}

/** Asks whose file the session opens; strangers are shown the door. */
export function OwnFileApp({ signal }: { signal: SignedOutSignal }) {
  const client = useClient();
  const queries = useQueryClient();
  const [me, setMe] = useState<MeAnswer | 'stranger'>();
  const [error, setError] = useState<unknown>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    signal.listener = () => setMe('stranger');
  }, [signal]);
  // Asked again whenever somebody came in.
  useEffect(() => {
    if (asked < 0) return;
    setError(undefined);
    client.get<MeAnswer>('/api/v1/me').then(setMe, (caught: unknown) => {
      // An officer's session opens no file (403): the door is shown, and says nothing of it.
      setMe('stranger');
      if (!isSignedOut(caught) && !isForbidden(caught)) setError(caught);
    });
  }, [client, asked]);
  function leave() {
    setError(undefined);
    void client.send('DELETE', '/api/v1/session').catch(setError);
    queries.clear();
    setMe('stranger');
  }
  if (me === undefined) return <main className="page" />;
  if (me === 'stranger') return <EnterPage problem={error} onEntered={() => setAsked((n) => n + 1)} />;
  return (
    <OwnContext value={{ me, leave }}>
      <OwnPages isPerson={me.subject === null} />
    </OwnContext>
  );
}
