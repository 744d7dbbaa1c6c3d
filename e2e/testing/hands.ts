/** For tests in a browser: the same acts by mouse or by keyboard alone, so that one journey can be walked both ways. */
import type { FileChooser, Locator, Page } from 'playwright-core';

/** What somebody does with a page. */
export type Hands = {
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  /** Chooses a radio button. */
  choose(target: Locator): Promise<void>;
  /** Chooses the value of a list whose words begin with `words`. */
  pick(list: Locator, words: string): Promise<void>;
  /** Gives a date, such as 2026-11-16, to a field of the browser's own kind. */
  date(target: Locator, date: string): Promise<void>;
};

/** Clicks and fills. */
export const mouse: Hands = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  choose: (target) => target.check(),
  async pick(list, words) {
    await list.click();
    await optionOf(list.page(), words).click();
  },
  date: (target, date) => target.fill(date),
};

const optionOf = (page: Page, words: string) =>
  page.locator('.ant-select-item-option').filter({ hasText: words, visible: true }).first();

const mostTabs = 150;
const mostOptions = 40;

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/**
 * Whether one can see where the focus is: an outline or a ring, on the element or on the box around it. The box of a list
 * of antd's is two steps up, since its input lies in a frame of its own without any look.
 */
function showsFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const rings = (each: Element | null) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    };
    return rings(element) || rings(element.parentElement) || rings(element.closest('.ant-select'));
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
  async pick(list, words) {
    await tabTo(list);
    const page = list.page();
    await page.keyboard.press('Enter');
    const option = optionOf(page, words);
    await option.waitFor();
    for (let downs = 0; downs < mostOptions; downs++) {
      if (await option.evaluate((each) => each.classList.contains('ant-select-item-option-active'))) {
        await page.keyboard.press('Enter');
        return;
      }
      await page.keyboard.press('ArrowDown');
    }
    throw new Error(`“${words}” of ${list} cannot be picked by keyboard`);
  },
  async date(target, date) {
    await tabTo(target);
    const { keyboard: keys } = target.page();
    const [year = '', month = '', day = ''] = date.split('-');
    // The field shows its parts in the order of the browser's own language, takes digits, and goes on from part to part.
    for (const digits of [year + month + day, month + day + year, day + month + year]) {
      await keys.press('ArrowLeft');
      await keys.press('ArrowLeft');
      await keys.type(digits);
      if ((await target.inputValue()) === date) return;
    }
    throw new Error(`${date} cannot be typed into ${target}`);
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
