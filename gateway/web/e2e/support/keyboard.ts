import { expect, type Locator, type Page } from '@playwright/test';

/** More than any of our screens has on the way. */
const MOST_TABS = 200;

/** Until the page has done what it had to do at first: a key of its own may come before it listens to any. */
export async function expectListening(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((idle) => void requestIdleCallback(() => idle())));
}

/** Goes on by Tab until it is there, and sees that it is. */
export async function reach(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await hasFocus(target)) {
      await expectFocusSeen(page);
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${target.toString()} cannot be reached by ${key}.`);
}

/** Goes there and does what it does. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

/** Goes to a field and writes into it, over what stands there. */
export async function write(page: Page, field: Locator, words: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(words);
}

/** Chooses what is found under these words in a list that can be searched. */
export async function choose(page: Page, field: Locator, words: string): Promise<void> {
  await write(page, field, words);
  await expect(page.getByRole('option', { name: words })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(words);
}

/** After something went away: whoever works by keyboard still is somewhere, and no dialog holds them. */
export async function expectPlaceKept(page: Page): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  await expectFocusSeen(page);
}

/** What has the focus looks otherwise than it would without; only a page's title, where one begins to read, may not. */
export async function expectFocusSeen(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(focusMarks), 'how what has the focus is marked').not.toBe('nothing');
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));
}

/** In the page: in which styles what has the focus, or the frame around it, differs from a copy that has none. */
function focusMarks(): string {
  const focused = document.activeElement;
  const frame = focused?.parentElement;
  if (!focused || !frame || focused === document.body) {
    return 'nothing';
  }
  if (focused.tagName === 'H1') {
    return 'title';
  }
  const copy = frame.cloneNode(true) as Element;
  copy.querySelectorAll('[name]').forEach((named) => named.removeAttribute('name'));
  frame.after(copy);
  const styles = (element: Element): string => {
    const { outline, borderColor, backgroundColor, boxShadow } = getComputedStyle(element);
    return [outline, borderColor, backgroundColor, boxShadow].join(' ');
  };
  const copies = [copy, ...copy.querySelectorAll('*')];
  const marked = [frame, ...frame.querySelectorAll('*')].filter((element, place) => {
    const twin = copies[place];
    return twin !== undefined && styles(element) !== styles(twin);
  });
  copy.remove();
  return marked.length > 0 ? 'marked' : 'nothing';
}
