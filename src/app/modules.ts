/** Where modules register what they bring: one line a module in each list, lower floors first. */
import { agentsApi } from '../modules/agents/api.ts';
import { catalogueApi } from '../modules/catalogue/api.ts';
import { cataloguePages } from '../modules/catalogue/portal.ts';
import { channelsApi } from '../modules/channels/api.ts';
import { channelsJobs, channelsRecurring } from '../modules/channels/jobs.ts';
import { collectionApi } from '../modules/collection/api.ts';
import { collectionJobs, collectionRecurring } from '../modules/collection/jobs.ts';
import { disclosureApi } from '../modules/disclosure/api.ts';
import { disclosureJobs, disclosureRecurring } from '../modules/disclosure/jobs.ts';
import { identityApi } from '../modules/identity/api.ts';
import { authenticate, signOnApi, unitRegisterApi } from '../modules/identity/index.ts';
import { intakeApi } from '../modules/intake/api.ts';
import { intakeConsole } from '../modules/intake/console.ts';
import { FINDING_RULES } from '../modules/intake/index.ts';
import { intakeJobs, intakeRecurring } from '../modules/intake/jobs.ts';
import { lawApi } from '../modules/law/api.ts';
import { lawPages } from '../modules/law/portal.ts';
import { noticesJobs, noticesRecurring } from '../modules/notices/jobs.ts';
import { personsApi } from '../modules/persons/api.ts';
import { portalContentPages } from '../modules/portal-content/index.ts';
import { qualityApi } from '../modules/quality/api.ts';
import { qualityPages } from '../modules/quality/portal.ts';
import { recordsApi } from '../modules/records/api.ts';
import { recordPages } from '../modules/records/portal.ts';
import { subjectsApi } from '../modules/subjects/api.ts';
import { subjectPages } from '../modules/subjects/portal.ts';
import { supervisionApi } from '../modules/supervision/api.ts';
import { supervisionJobs, supervisionRecurring } from '../modules/supervision/jobs.ts';
import { supervisionPages } from '../modules/supervision/portal.ts';
import { transparencyApi } from '../modules/transparency/api.ts';
import { transparencyPages } from '../modules/transparency/portal.ts';
import type { Authenticate, RenderProblem, RoutePlugin } from '../platform/http/index.ts';
import type { JobHandlers, Platform, RecurringJob, Words } from '../platform/index.ts';
import { apiDocs } from './api-docs/index.ts';
import { consoleRoutes, prepareConsole } from './console/index.ts';
import { loadDemoCity } from './demo/index.ts';
import { portal } from './portal/index.ts';
import { problemPage } from './portal/problem-page.ts';
import { securityText } from './security-text.ts';
import { subjectResolver } from './subject-resolver.ts';
import { subscriptions } from './subscriptions.ts';
import { whatHangsOn } from './what-hangs-on.ts';

/** Work done after the portal answers, such as loading the demo city; `report` prints a line of progress. */
export type BackgroundStep = {
  readonly name: Words;
  run(platform: Platform, report: (words: Words) => void): Promise<void>;
};

/** Pages of the public portal; they are shown in its frame. */
const pages: readonly ((platform: Platform) => RoutePlugin)[] = [
  transparencyPages,
  lawPages,
  subjectPages,
  cataloguePages,
  recordPages,
  qualityPages,
  supervisionPages,
  portalContentPages,
  apiDocs,
];

/** Routes of pages and of the API. */
export const routes: readonly ((platform: Platform) => RoutePlugin)[] = [
  transparencyApi,
  identityApi,
  (platform) => signOnApi(platform, subjectResolver(platform)),
  (platform) => unitRegisterApi(platform, whatHangsOn(platform)),
  lawApi,
  subjectsApi,
  catalogueApi,
  recordsApi,
  agentsApi,
  personsApi,
  disclosureApi,
  intakeApi,
  intakeConsole,
  channelsApi,
  collectionApi,
  qualityApi,
  supervisionApi,
  consoleRoutes,
  securityText,
  (platform) => portal(platform, { pages, rules: FINDING_RULES }),
];

/** What the worker can do. */
export const handlers: readonly ((platform: Platform) => JobHandlers)[] = [
  intakeJobs,
  channelsJobs,
  collectionJobs,
  noticesJobs,
  disclosureJobs,
  supervisionJobs,
  subscriptions,
];

/** All handlers of a platform in one. */
export const allHandlers = (platform: Platform): JobHandlers =>
  Object.assign({}, ...handlers.map((make) => make(platform)));

/** What the worker does by the clock (cron patterns in UTC). */
export const recurring: readonly RecurringJob[] = [
  ...intakeRecurring,
  ...channelsRecurring,
  ...collectionRecurring,
  ...noticesRecurring,
  ...disclosureRecurring,
  ...supervisionRecurring,
];

/** In this order, one after the other, after the portal answers. */
export const background: readonly BackgroundStep[] = [
  { name: { zh: '准备业务平台', en: 'prepare the console' }, run: prepareConsole },
  {
    name: { zh: '载入演示城市', en: 'load the demo city' },
    async run(platform, report) {
      if (platform.config.demo) await loadDemoCity(platform, { handlersOf: allHandlers }, report);
    },
  },
];

/** Who makes a request; the module identity answers this. */
export const authenticator: (platform: Platform) => Authenticate = (platform) => (request) =>
  authenticate(platform, request);

/** The page a browser gets for a problem; the portal's layout answers this. */
export const renderProblem: (platform: Platform) => RenderProblem = (platform) =>
  problemPage(platform.config.demo);
