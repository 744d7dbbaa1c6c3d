// Starts the demo's sign-on on a port of its own, on loopback, for as long as the platform runs.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomToken } from '../../../platform/crypto.ts';
import type { Platform } from '../../../platform/index.ts';
import type { SignOnSettings } from '../../../platform/sign-on-settings.ts';
import { type Answer, signOnProvider } from './provider.ts';
import { listVisitors } from './visitors.ts';

/** Where it stands, and how it ends. */
export type DemoSignOn = { readonly signOn: SignOnSettings; stop(): Promise<void> };

/** Starts it where data are invented and no other sign-on is set; elsewhere there is none. */
export async function startDemoSignOn(platform: Platform): Promise<DemoSignOn | undefined> {
  if (!platform.config.demo || platform.config.signOn) return undefined;
  let answer: Answer | undefined;
  const server = createServer((request, response) => void answer?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const signOn = {
    issuer: `http://127.0.0.1:${port}`,
    clientId: 'gongxin-demo',
    clientSecret: randomToken(32),
    eLicence: 'urn:demo:e-licence',
  };
  // The issuer's name holds the port, which is known only now.
  answer = signOnProvider({ client: signOn, listVisitors: () => listVisitors(platform) });
  return {
    signOn,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
