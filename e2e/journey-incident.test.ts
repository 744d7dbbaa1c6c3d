/** A security incident is registered, contained, reported; what subjects are told is approved by somebody else and stands in their file; then it is closed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as approvalWords } from '../console/identity/approvals/words.ts';
import { words as incidentWords } from '../console/supervision/incidents/words.ts';
import { listNotices } from '../src/modules/notices/index.ts';
import { findKnownSubject } from '../src/modules/subjects/index.ts';
import { FIRMS } from './testing/application.ts';
import { faultsOf } from './testing/axe.ts';
import { describeInBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard, mouse } from './testing/hands.ts';
import { goTo, signIn } from './testing/officer.ts';
import { openStage, type Stage } from './testing/stage.ts';

describeInBrowser('an incident', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  test('goes its steps by the keyboard', { timeout: 240_000 }, async () => {
    const { platform } = stage.application;
    const film = filmOf('incident');
    const [text, approvals] = [incidentWords.zh, approvalWords.zh];
    const boss = await stage.come(keyboard);
    const { page } = boss.person;
    await signIn(boss, 'administrator');
    await goTo(boss, 'supervision');
    await keyboard.press(page.getByRole('button', { name: text.open }));
    const dialog = page.getByRole('dialog');
    await keyboard.write(dialog.getByLabel(text.what), '一个单位的接口密钥泄露');
    await dialog.getByLabel(text.detected).fill('2026-11-18T09:00');
    await keyboard.write(dialog.getByLabel(text.usccs), FIRMS.bakery.uscc);
    await film(page, 'registering');
    expect(await faultsOf(page)).toEqual([]);
    await keyboard.press(dialog.getByRole('button', { name: text.openNow, exact: true }));
    await page.getByText(text.opened).waitFor();
    const card = page.getByRole('article', { name: '一个单位的接口密钥泄露' });
    const next = (name: string) => card.getByRole('listitem').filter({ hasText: name });

    for (const step of ['contain', 'notify-authority']) {
      const line = next(text.stepNames[step] as string);
      await keyboard.press(line.getByRole('button', { name: text.do }));
      await keyboard.write(line.getByLabel(text.note), '已停用密钥，保全访问记录');
      await keyboard.press(line.getByRole('button', { name: text.do }));
      await line.getByText('已停用密钥，保全访问记录').waitFor();
    }
    const telling = next(text.stepNames['notify-subjects'] as string);
    await keyboard.press(telling.getByRole('button', { name: text.doTell }));
    await film(page, 'what-subjects-are-told');
    await keyboard.press(telling.getByRole('button', { name: text.doTell }));
    await telling.getByText(text.tellBare).waitFor();
    const says = text.tellOutline.replaceAll('：', '：已写明');
    await telling.getByLabel(text.tell).fill(says);
    await keyboard.press(telling.getByRole('button', { name: text.doTell }));
    await telling.getByText(text.waiting).waitFor();
    const subject = await findKnownSubject(platform.db.app, FIRMS.bakery.uscc);
    const told = async () =>
      (await listNotices(platform, subject?.ids ?? [], { limit: 10 })).filter(
        ({ kind }) => kind === 'incident',
      );
    expect(await told()).toEqual([]);

    const second = await stage.come(mouse);
    const desk = second.person.page;
    await signIn(second, 'reviewerOfCentre');
    await goTo(second, 'approvals');
    await desk.getByText('一个单位的接口密钥泄露').waitFor();
    await desk.getByLabel(approvals.decision).fill('内容齐全');
    await desk.getByRole('button', { name: approvals.approve, exact: true }).click();
    await desk.getByText(approvals.done['approved'] as string).waitFor();
    expect(await told()).toMatchObject([{ facts: { says } }]);

    await page.reload();
    await telling.getByText(text.told(1)).waitFor();
    await page.setViewportSize({ width: 360, height: 800 });
    await film(page, 'told-narrow');
    expect(await faultsOf(page)).toEqual([]);
    await keyboard.press(card.getByRole('button', { name: text.close }));
    await keyboard.write(card.getByLabel(text.lessons), '密钥按季度更换');
    await keyboard.press(card.getByRole('button', { name: text.close }));
    await card.getByText(text.states.closed).waitFor();
    expect([...boss.person.complaints, ...second.person.complaints]).toEqual([]);
  });
});
