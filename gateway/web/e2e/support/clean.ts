import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type Options = Parameters<AxeBuilder['options']>[0];

/** No violation that axe knows, and no sideways scrolling. All that is wrong is told, not only the first of it. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // axe leaves the target size of WCAG 2.2 (2.5.8) out unless it is asked for.
  await expectClean(page, { rules: { 'target-size': { enabled: true } } }, what);
  await expectNarrow(page, what);
}

/** Neither the page nor a dialog on it has to be moved sideways to be read, and a dialog stands in the middle of the window. */
export async function expectNarrow(page: Page, what: string): Promise<void> {
  const wider = (): Promise<number> =>
    page.evaluate(() =>
      Math.max(
        ...[document.documentElement, ...document.querySelectorAll('[role=dialog], [role=alertdialog]')].map(
          (part) => part.scrollWidth - Math.min(part.clientWidth, window.innerWidth),
        ),
        ...[...document.querySelectorAll('.mantine-Modal-content')].map((dialog) => {
          const { left, right } = dialog.getBoundingClientRect();
          return Math.abs(left + right - window.innerWidth) - 2;
        }),
      ),
    );
  // What measures itself is laid out a moment after the screen has changed.
  await expect.configure({ soft: true }).poll(wider, { message: `${what}: wider than the screen, or beside its middle, by` }).toBeLessThanOrEqual(0);
}

/** Nothing else changes with the colours, and it is much the faster to look at. */
export async function expectReadable(page: Page, what: string): Promise<void> {
  await expectClean(page, { runOnly: ['color-contrast'] }, what);
}

/**
 * There are no frames here to be joined, and what is good need not be told: both together took eight to fifteen times as long
 * on the planning board.
 */
async function expectClean(page: Page, options: Options, what: string): Promise<void> {
  // A colour that is on its way to another is neither. It sets out when the next frame is drawn.
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .map(({ finished }) => finished.catch(() => undefined)),
    );
  });
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ ...options, resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      what,
    )
    .toEqual([]);
}

/** Everything that was asked for has come. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.mantine-Loader-root, .mantine-Skeleton-root')).toHaveCount(0);
}
