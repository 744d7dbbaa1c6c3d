/** For tests in a browser: the same acts by mouse or by keyboard alone, so that one journey can be walked both ways. */
import type { FileChooser, Locator, Page } from 'playwright-core';

/** What somebody does with a page. */
export type Hands = {
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  /** Chooses a radio button. */
  choose(target: Locator): Promise<void>;
};

/** Clicks and fills. */
export const mouse: Hands = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  choose: (target) => target.check(),
};

const mostTabs = 150;

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Whether one can see where the focus is: an outline or a ring, on the element or on the box around it. */
function showsFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const rings = (each: Element | null) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    };
    return rings(element) || rings(element.parentElement);
  });
}

/** Walks with Tab until the focus is on `target`. Throws when it is never reached, or when nobody could see it there. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  const { keyboard } = target.page();
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    if (await hasFocus(target)) {
      if (!(await showsFocus(target))) throw new Error(`the focus cannot be seen on ${target}`);
      return;
    }
    await keyboard.press('Tab');
  }
  throw new Error(`${target} is not reached in ${mostTabs} steps of Tab`);
}

async function isSoonChecked(target: Locator): Promise<boolean> {
  for (let looks = 0; looks < 5; looks++) {
    if (await target.isChecked()) return true;
    await target.page().waitForTimeout(60);
  }
  return false;
}

/** Tab, Enter, arrows, and letters. */
export const keyboard: Hands = {
  async press(target) {
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  async write(target, text) {
    await tabTo(target);
    await target.page().keyboard.press('ControlOrMeta+a');
    await target.page().keyboard.insertText(text);
  },
  async choose(target) {
    await target.waitFor();
    const { keyboard: keys } = target.page();
    // Tab stops at one button of the group, the arrows go round in it.
    for (let tabs = 0; tabs < mostTabs; tabs++) {
      const inGroup = await target.evaluate(
        (radio) =>
          document.activeElement instanceof HTMLInputElement &&
          document.activeElement.name === (radio as HTMLInputElement).name,
      );
      if (inGroup) break;
      await keys.press('Tab');
    }
    for (const key of ['Space', ...Array<string>(9).fill('ArrowDown')]) {
      await keys.press(key);
      // As fast as people are: the page shows a choice before they go on to the next.
      if (await isSoonChecked(target)) return;
    }
    throw new Error(`${target} cannot be chosen by keyboard`);
  },
};

/** Presses what opens the system's file dialogue, and gives it a file. */
export async function giveFile(
  hands: Hands,
  opener: Locator,
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<void> {
  const page: Page = opener.page();
  const asked: Promise<FileChooser> = page.waitForEvent('filechooser');
  await hands.press(opener);
  await (await asked).setFiles({ ...file });
}

/** Presses a link that opens in another tab, and gives that tab. */
export async function pressForTab(hands: Hands, link: Locator): Promise<Page> {
  const opened = link.page().context().waitForEvent('page');
  await hands.press(link);
  const page = await opened;
  await page.waitForLoadState();
  return page;
}
