/** Starts the console in the browser: language, look, client, session, pages. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { StrictMode, useEffect, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { createClient } from './api/client.ts';
import { ProblemError } from './api/problem-error.ts';
import { ClientContext } from './api/use-api.ts';
import { OwnFileApp } from './disclosure/own-file-app.tsx';
import { createRouter } from './frame/routes.tsx';
import { SessionGate } from './identity/session-gate.tsx';
import { createSignedOutSignal } from './identity/signals.ts';
import { UploadsProvider } from './intake/uploads/uploads.tsx';
import { antdLocales } from './language/antd-locale.ts';
import {
  type Language,
  LanguageContext,
  languageTag,
  storedLanguage,
  storeLanguage,
} from './language/language.ts';
import { antdTheme } from './theme/antd-theme.ts';
import { useTokens } from './theme/use-tokens.ts';

// A subject's own file stands apart from the officers' pages: another session, another frame.
const isOwnFile = /^\/console\/me(\/|$)/.test(location.pathname);
const router = isOwnFile ? undefined : createRouter();
const signal = createSignedOutSignal();
// antd writes its styles while it runs; the policy of the page lets in those that bear this nonce alone.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays a refusal; only a request that never arrived is worth another.
      retry: (failures, error) =>
        failures < 2 && error instanceof ProblemError && error.problem.kind === 'no-connection',
    },
  },
});

function Console() {
  const [language, setLanguage] = useState<Language>(storedLanguage);
  const { tokens, dark } = useTokens();
  const spoken = useRef(language);
  useEffect(() => {
    spoken.current = language;
    document.documentElement.lang = languageTag[language];
  }, [language]);
  const client = useMemo(
    () =>
      createClient({
        fetch: (...request) => fetch(...request),
        language: () => spoken.current,
        onSignedOut: signal.notify,
        onStepUp: () => signal.stepUp(),
      }),
    [],
  );
  const choice = useMemo(
    () => ({
      language,
      choose(chosen: Language) {
        spoken.current = chosen;
        storeLanguage(chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  const theme = useMemo(() => antdTheme(tokens, dark), [tokens, dark]);
  return (
    <LanguageContext value={choice}>
      <ConfigProvider
        csp={{ nonce }}
        locale={antdLocales[language]}
        theme={theme}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        <QueryClientProvider client={queries}>
          <ClientContext value={client}>
            {router ? (
              <SessionGate signal={signal}>
                <UploadsProvider onSignedOut={signal.notify}>
                  <RouterProvider router={router} />
                </UploadsProvider>
              </SessionGate>
            ) : (
              <OwnFileApp signal={signal} />
            )}
          </ClientContext>
        </QueryClientProvider>
      </ConfigProvider>
    </LanguageContext>
  );
}

createRoot(document.getElementById('console') as HTMLElement).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
