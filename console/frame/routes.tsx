/** Which page stands at which address below /console, and who may open it. */
import type { ReactNode } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { DraftsPage } from '../catalogue/drafts-page.tsx';
import { ChannelsPage } from '../channels/channels-page.tsx';
import { LookPage } from '../disclosure/look-page.tsx';
import { ExportsPage } from '../exports/exports-page.tsx';
import { AccountPage } from '../identity/account/account-page.tsx';
import { AccountsPage } from '../identity/accounts/accounts-page.tsx';
import { ApprovalsPage } from '../identity/approvals/approvals-page.tsx';
import { type Duty, mayDo, useSession } from '../identity/session.ts';
import { UnitsPage } from '../identity/units/units-page.tsx';
import { HandInPage } from '../intake/hand-in/hand-in-page.tsx';
import { HeldRowsPage } from '../intake/held-rows/held-rows-page.tsx';
import { SubmissionPage } from '../intake/submissions/submission-page.tsx';
import { SubmissionsPage } from '../intake/submissions/submissions-page.tsx';
import { CalendarPage } from '../law/calendar-page.tsx';
import { RegisterPage } from '../law/register-page.tsx';
import { WaitingRulesPage } from '../law/waiting-rules-page.tsx';
import { ErasuresPage } from '../persons/erasures-page.tsx';
import { AbovePage } from '../quality/above-page.tsx';
import { RegistersPage } from '../quality/registers-page.tsx';
import { RecordsPage } from '../records/records-page.tsx';
import { MergesPage } from '../subjects/merges-page.tsx';
import { SupervisionPage } from '../supervision/supervision-page.tsx';
import { doors } from './doors.ts';
import { ErrorPage, NoSuchPage } from './error-page.tsx';
import { Frame } from './frame.tsx';

/** A page for those with the duty; to others it is not there. */
function For({ duty, children }: { duty: Duty; children: ReactNode }) {
  const { account } = useSession();
  return mayDo(account, duty) ? children : <NoSuchPage />;
}

/** The first page that the account has a door to; figures of records are not everybody's. */
function Home({ children }: { children: ReactNode }) {
  const { account } = useSession();
  const first = doors.find(({ duty }) => mayDo(account, duty));
  return first && first.path !== '/' ? <Navigate to={first.path} replace /> : children;
}

const pages: RouteObject[] = [
  // Charts are heavy: they come only with the page that shows them.
  {
    index: true,
    lazy: async () => {
      const { DashboardPage } = await import('../quality/dashboard-page.tsx');
      return {
        element: (
          <Home>
            <DashboardPage />
          </Home>
        ),
      };
    },
  },
  {
    path: 'hand-in',
    element: (
      <For duty="submit">
        <HandInPage />
      </For>
    ),
  },
  {
    path: 'hand-in/form',
    lazy: async () => {
      const { FormPage } = await import('../intake/form/form-page.tsx');
      return {
        element: (
          <For duty="submit">
            <FormPage />
          </For>
        ),
      };
    },
  },
  { path: 'submissions', element: <SubmissionsPage /> },
  { path: 'submissions/:submissionId', element: <SubmissionPage /> },
  { path: 'held-rows', element: <HeldRowsPage /> },
  { path: 'records', element: <RecordsPage /> },
  { path: 'registers', element: <RegistersPage /> },
  {
    path: 'collection',
    lazy: async () => {
      const { CollectionPage } = await import('../collection/collection-page.tsx');
      return { element: <CollectionPage /> };
    },
  },
  { path: 'channels', element: <ChannelsPage /> },
  { path: 'supervision', element: <SupervisionPage /> },
  { path: 'account', element: <AccountPage /> },
  {
    path: 'accounts',
    element: (
      <For duty="manage-accounts">
        <AccountsPage />
      </For>
    ),
  },
  {
    path: 'audit',
    lazy: async () => {
      const { AuditPage } = await import('../audit/audit-page.tsx');
      return {
        element: (
          <For duty="audit">
            <AuditPage />
          </For>
        ),
      };
    },
  },
  {
    path: 'clients',
    lazy: async () => {
      const { ClientsPage } = await import('../clients/clients-page.tsx');
      return {
        element: (
          <For duty="manage-accounts">
            <ClientsPage />
          </For>
        ),
      };
    },
  },
  {
    path: 'units',
    element: (
      <For duty="manage-accounts">
        <UnitsPage />
      </For>
    ),
  },
  {
    path: 'approvals',
    element: (
      <For duty="approvals">
        <ApprovalsPage />
      </For>
    ),
  },
  {
    path: 'notices-from-above',
    element: (
      <For duty="load-calendar">
        <AbovePage />
      </For>
    ),
  },
  {
    path: 'calendar',
    element: (
      <For duty="load-calendar">
        <CalendarPage />
      </For>
    ),
  },
  {
    path: 'register',
    element: (
      <For duty="register">
        <RegisterPage />
      </For>
    ),
  },
  {
    path: 'drafts',
    element: (
      <For duty="drafts">
        <DraftsPage />
      </For>
    ),
  },
  {
    path: 'waiting-rules',
    element: (
      <For duty="waiting-rules">
        <WaitingRulesPage />
      </For>
    ),
  },
  {
    path: 'look',
    element: (
      <For duty="look">
        <LookPage />
      </For>
    ),
  },
  {
    path: 'merges',
    element: (
      <For duty="decide-held">
        <MergesPage />
      </For>
    ),
  },
  {
    path: 'exports',
    element: (
      <For duty="export">
        <ExportsPage />
      </For>
    ),
  },
  {
    path: 'erasures',
    element: (
      <For duty="erasures">
        <ErasuresPage />
      </For>
    ),
  },
  { path: '*', element: <NoSuchPage /> },
];

/** The console's router. */
export function createRouter() {
  return createBrowserRouter(
    [
      {
        element: <Frame />,
        errorElement: <ErrorPage />,
        // Replaced within a moment: only the first load of a lazy page shows it.
        hydrateFallbackElement: <main className="page" />,
        children: [{ errorElement: <ErrorPage />, children: pages }],
      },
    ],
    { basename: '/console' },
  );
}
