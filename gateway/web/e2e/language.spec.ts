import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { settled } from './support/clean';
import { PASSWORD, PHONE, someone } from './support/people';

const SOURCES = path.resolve(import.meta.dirname, '../src');

/** As the browser writes days in French. */
const DATE = '(?:lun|mar|mer|jeu|ven|sam|dim)\\. \\d.*|.*il y a \\d.*';

interface Labelled {
  label: string;
}

for (const [username, heading, options] of [
  ['standardiste1', 'To be dealt with', {}],
  ['intervenant1', 'My interventions', PHONE],
  ['client01', /^Current interventions/, PHONE],
  ['admin', 'Dashboard', {}],
] as const) {
  test(`${username} reads English after one switch, and nothing in French any more`, async ({ browser }) => {
    const page = await someone(browser, username, options);
    const french = await frenchOnly(page);
    const left = async (): Promise<string[]> => (await words(page)).filter((word) => french.test(word));
    await settled(page);
    expect(await left()).not.toEqual([]);

    await page.getByRole('button', { name: 'Mon compte' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await expect(page.getByRole('menuitem', { name: 'Log out', exact: true })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await settled(page);
    await expect.poll(left).toEqual([]);
    await page.context().close();
  });
}

test('who chooses English before they log in finds it behind the door', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Login' })).toBeVisible();
  await page.getByLabel('Username').fill('client01');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Current interventions/ })).toBeVisible();
});

/** What is said in French and is not said so in English: of the application, and of the lists. */
async function frenchOnly(page: Page): Promise<RegExp> {
  const said = { fr: new Set<string>(), en: new Set<string>() };
  for (const file of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    const language = /(?:texts|common)\.(fr|en)\.ts$/.exec(file)?.[1];
    if (language === 'fr' || language === 'en') {
      const texts = (await import(path.join(SOURCES, file))) as { default: object };
      gather(texts.default, said[language]);
    }
  }
  for (const language of ['fr', 'en'] as const) {
    for (const list of ['statuses', 'urgencies']) {
      const answer = await page.request.get(`/api/v1/${list}`, { headers: { 'Accept-Language': language } });
      const { items } = answer.ok() ? ((await answer.json()) as { items: Labelled[] }) : { items: [] };
      items.forEach(({ label }) => said[language].add(label));
    }
  }
  const texts = [...said.fr].filter((text) => !said.en.has(text)).map(pattern);
  return new RegExp(`^(?:${[...texts, DATE].join('|')})$`);
}

/** Whatever value the text takes in. */
function pattern(text: string): string {
  return text
    .split(/\{\{\w+\}\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
}

function gather(texts: object, into: Set<string>): void {
  for (const text of Object.values(texts) as unknown[]) {
    if (typeof text === 'string') {
      into.add(text);
    } else if (typeof text === 'object' && text !== null) {
      gather(text, into);
    }
  }
}

/** All that is read or heard on the page, piece by piece. */
function words(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said = document.body.innerText.split(/\n|\t| · | : /);
    for (const part of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      said.push(...['aria-label', 'title', 'placeholder'].map((name) => part.getAttribute(name) ?? ''));
    }
    return said.map((text) => text.trim()).filter(Boolean);
  });
}
