import { expect, type Locator, type Page, test } from '@playwright/test';
import { logIn, PHONE } from './support/people';

interface Listed {
  id: string;
  reference: string;
  title: string;
}

const LINES = 10_000;

/** Ten thousand lines from the API's own answers, repeated under other names: what is measured is the screen. */
async function longList(page: Page): Promise<void> {
  await logIn(page, 'standardiste1');
  const sample = (await (await page.request.get('/api/v1/interventions?limit=50')).json()) as { items: Listed[] };
  // By its cursor, so that a page that is read again, because somebody changed something, is the same.
  await page.route('**/api/v1/interventions?*', async (route) => {
    const served = Number(new URL(route.request().url()).searchParams.get('cursor')?.replace('after-', '') ?? 0);
    const items = Array.from({ length: 2_500 }, (_, place) => {
      const number = served + place;
      const model = sample.items[number % sample.items.length];
      const id = `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
      return { ...model, id, reference: `INT-2026-${String(number).padStart(6, '0')}` };
    });
    const next = served + items.length;
    await route.fulfill({ json: { items, nextCursor: next < LINES ? `after-${next}` : null } });
  });
  await page.goto('/interventions');
}

/** Down to the last line, however many pages come on the way. */
async function scrollToEnd(page: Page, list: Locator): Promise<void> {
  await expect(list).toBeVisible();
  const toEnd = async (): Promise<void> =>
    page.evaluate(() => {
      for (const part of document.querySelectorAll('*')) {
        if (part.scrollHeight > part.clientHeight + 1000) {
          part.scrollTop = part.scrollHeight;
        }
      }
    });
  await expect(async () => {
    await toEnd();
    await expect(page.getByText(`INT-2026-${String(LINES - 1).padStart(6, '0')}`)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
}

test('a list of 10,000 loaded interventions scrolls smoothly', async ({ page }) => {
  await longList(page);
  const table = page.getByRole('table', { name: 'Liste des interventions' });
  await scrollToEnd(page, table);
  // However many are loaded, only those on the screen are there.
  expect(await table.getByRole('row').count()).toBeLessThan(100);

  const frames = await page.evaluate(async () => {
    const scrolled = [...document.querySelectorAll('*')].find((part) => part.scrollHeight > 100_000);
    if (!scrolled) {
      return [];
    }
    const times: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < 120; frame++) {
      scrolled.scrollTop -= 900;
      await new Promise((painted) => requestAnimationFrame(painted));
      times.push(performance.now() - last);
      last = performance.now();
    }
    return times.sort((one, other) => one - other);
  });
  expect(frames).toHaveLength(120);
  const median = frames[60] ?? Infinity;
  console.log(`  a frame of scrolling: median ${median.toFixed(1)} ms, 95 of 100 under ${frames[114]?.toFixed(1)} ms`);
  expect(median).toBeLessThan(100);
});

test('of 10,000 loaded interventions a telephone holds only the cards around the screen', async ({ browser }) => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await longList(page);
  const cards = page.getByRole('list', { name: 'Liste des interventions' });
  await scrollToEnd(page, cards);
  expect(await cards.getByRole('listitem').count()).toBeLessThan(40);
  await expect(cards.getByRole('listitem').last()).toHaveAttribute('aria-posinset', String(LINES));
  await context.close();
});
