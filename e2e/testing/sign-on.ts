/** For tests in a browser: the application with a sign-on beside it, at which one may be an officer, an organisation or a natural person of the tests. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { prepareConsole } from '../../src/app/console/index.ts';
import { type Answer, signOnProvider } from '../../src/app/demo/sign-on/provider.ts';
import { buildApp } from '../../src/app/server.ts';
import { decision, person, settle } from '../../src/modules/persons/testing/people.ts';
import { type Application, FIRMS, openApplication, SIGN_INS } from './application.ts';

const { officer } = SIGN_INS;
const visitors = [
  {
    id: 'officer',
    kind: 'officer',
    label: `${officer.name} · ${officer.loginName}`,
    claims: { officer_login: officer.loginName },
  },
  { id: 'firm', kind: 'organisation', label: FIRMS.bakery.name, claims: { uscc: FIRMS.bakery.uscc } },
  {
    id: 'person',
    kind: 'person',
    label: '赵*（虚构 invented）',
    claims: { identity_number: person(1).identityNumber },
  },
] as const;

/** Starts both; `origin` is where the application knows the sign-on. */
export async function openSignOn(): Promise<Application> {
  const application = await openApplication();
  await settle(application.platform, [decision(person(1), 1)]);
  let answer: Answer | undefined;
  const provider = createServer((request, response) => void answer?.(request, response));
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const signOn = {
    issuer: `http://127.0.0.1:${(provider.address() as AddressInfo).port}`,
    clientId: 'gongxin-test',
    clientSecret: 'a secret of the test',
    eLicence: 'urn:test:e-licence',
  };
  answer = signOnProvider({ client: signOn, listVisitors: async () => visitors });
  const { config, ...rest } = application.platform;
  const platform = { ...rest, config: { ...config, signOn } };
  await prepareConsole(platform);
  const server = await buildApp(platform);
  const origin = await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    ...application,
    platform,
    origin,
    async close() {
      server.server.closeAllConnections();
      await server.close();
      provider.close();
      provider.closeAllConnections();
      await application.close();
    },
  };
}
