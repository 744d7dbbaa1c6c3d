/** For tests in a browser: the application with a browser beside it, where people come one after another, reading Chinese. */
import type { Browser } from 'playwright-core';
import { type Application, openApplication } from './application.ts';
import { comeAs, openBrowser } from './browser.ts';
import type { Hands } from './hands.ts';
import type { Walk } from './officer.ts';

/** Where a journey takes place. */
export type Stage = {
  readonly application: Application;
  readonly browser: Browser;
  /** Somebody with a browser context of their own. */
  come(hands: Hands): Promise<Walk>;
  close(): Promise<void>;
};

/** Opens both at once. */
export async function openStage(): Promise<Stage> {
  const [application, browser] = await Promise.all([openApplication(), openBrowser()]);
  const language = 'zh' as const;
  return {
    application,
    browser,
    come: async (hands) => ({
      application,
      person: await comeAs(browser, { origin: application.origin, language }),
      language,
      hands,
    }),
    async close() {
      await browser.close();
      await application.close();
    },
  };
}
