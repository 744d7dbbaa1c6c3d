/** A system is connected: asked for with the other side's public key, approved by somebody else, in by its own signature, then disconnected. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as clientWords } from '../console/clients/words.ts';
import { words as approvalWords } from '../console/identity/approvals/words.ts';
import { faultsOf } from './testing/axe.ts';
import { describeInBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard, mouse } from './testing/hands.ts';
import { goTo, signIn } from './testing/officer.ts';
import { openStage, type Stage } from './testing/stage.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** What a system of a unit does: a signed assertion for a token (RFC 7523). */
async function tokenFor(origin: string, clientId: string): Promise<Response> {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const exp = Math.floor(Date.now() / 1_000) + 60;
  const claims = {
    iss: clientId,
    sub: clientId,
    aud: `${origin}/oauth/token`,
    jti: crypto.randomUUID(),
    exp,
  };
  const text = `${encode({ alg: 'ES256' })}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: `${text}.${signature.toString('base64url')}`,
  });
  return fetch(`${origin}/oauth/token`, { method: 'POST', body });
}

describeInBrowser('a system is connected', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  test('by the keyboard, until it is disconnected', { timeout: 240_000 }, async () => {
    const { origin } = stage.application;
    const film = filmOf('clients');
    const [text, approvals] = [clientWords.zh, approvalWords.zh];
    const boss = await stage.come(keyboard);
    const { page } = boss.person;
    await signIn(boss, 'administratorOfUnit');
    await goTo(boss, 'clients');
    await page.getByText(text.empty).waitFor();
    await keyboard.write(page.getByLabel(text.name, { exact: true }), '执法办案系统');
    const penalties = page.getByRole('checkbox', { name: '行政处罚', exact: true });
    await penalties.focus();
    await page.keyboard.press('Space');
    await keyboard.write(page.getByLabel(text.quotaLabel), '1000');
    const key = page.getByLabel(text.key, { exact: true });
    await keyboard.write(key, String(privateKey.export({ format: 'pem', type: 'pkcs8' })));
    await keyboard.write(page.getByLabel(text.reason, { exact: true }), '办案系统直接报送处罚决定');
    await keyboard.press(page.getByRole('button', { name: text.ask }));
    await page.getByText(text.keyFaults.private).waitFor();
    await film(page, 'a-private-key-is-not-sent');
    expect(await faultsOf(page)).toEqual([]);
    await key.fill(String(publicKey.export({ format: 'pem', type: 'spki' })));
    await keyboard.press(page.getByRole('button', { name: text.ask }));
    await page.getByText(text.asked).waitFor();

    const second = await stage.come(mouse);
    const desk = second.person.page;
    await signIn(second, 'reviewer');
    await goTo(second, 'approvals');
    await desk.getByText('执法办案系统').waitFor();
    await desk.getByLabel(approvals.decision).fill('与对接方案一致');
    await desk.getByRole('button', { name: approvals.approve, exact: true }).click();
    await desk.getByText(approvals.done['approved'] as string).waitFor();

    await page.reload();
    const card = page.getByRole('article', { name: '执法办案系统' });
    await card.waitFor();
    const clientId = (await card.locator('dd.code').first().textContent()) ?? '';
    await card.getByText(text.next).click();
    await film(page, 'connected');
    expect(await faultsOf(page)).toEqual([]);
    const answer = await tokenFor(origin, clientId);
    const { access_token: token, scope } = (await answer.json()) as Record<string, string>;
    expect([answer.status, scope]).toEqual([200, 'submit:administrative-penalty']);
    const items = await fetch(`${origin}/api/v1/items`, { headers: { authorization: `Bearer ${token}` } });
    expect(items.status).toBe(200);

    await keyboard.press(card.getByRole('button', { name: text.endOn }));
    await keyboard.date(page.getByLabel(text.endOnLabel, { exact: true }), '2099-12-30');
    await keyboard.press(page.getByRole('dialog').getByRole('button', { name: text.endOn }));
    await page.getByText(text.endSet).waitFor();
    await card.getByText('2099-12-30').waitFor();
    await card.getByText(text.uses('1', '1,000')).waitFor();
    await page.setViewportSize({ width: 360, height: 800 });
    await film(page, 'narrow');
    expect(await faultsOf(page)).toEqual([]);
    await card.getByRole('button', { name: text.close }).click();
    await page.getByRole('dialog').getByRole('button', { name: text.confirm }).click();
    await page.getByText(text.closed).waitFor();
    expect((await tokenFor(origin, clientId)).status).toBe(401);
    expect([...boss.person.complaints, ...second.person.complaints]).toEqual([]);
  });
});
