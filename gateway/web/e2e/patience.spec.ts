import { expect, test } from '@playwright/test';
import { apiOf, logIn, someone } from './support/people';
import { newJob } from './support/work';

for (const status of [429, 503] as const) {
  test(`a service that answers ${status} is said to be busy, and is asked again by itself`, async ({ page }) => {
    await logIn(page, 'standardiste1');
    await page.route('**/api/v1/clients?*', (route) => route.fulfill(busy(status)), { times: 1 });
    await page.getByRole('link', { name: 'Clients et sites' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Le service est très demandé.' })).toBeVisible();
    await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible();
    await expect(page.getByText('Le service est très demandé.')).toHaveCount(0);
  });
}

test('what is written while the service is busy arrives once, by itself', async ({ page, browser }) => {
  await logIn(page, 'standardiste1');
  const client = await someone(browser, 'client01');
  const job = await newJob(apiOf(page), 'Bruit de pompe', await apiOf(client).get('/api/v1/me'));
  const keys: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/comments')) {
      keys.push(request.headers()['idempotency-key']);
    }
  });
  await page.goto(`/interventions/${job.id}`);
  await page.route('**/comments', (route) => route.fulfill(busy(503)), { times: 1 });
  await page.getByLabel('Écrire un commentaire').fill('Rappeler le gardien');
  await page.getByRole('button', { name: 'Noter en interne' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Le service est très demandé.' })).toBeVisible();
  await expect(page.getByLabel('Écrire un commentaire')).toHaveValue('Rappeler le gardien');

  await expect(page.getByRole('list', { name: 'Fil de l’intervention' }).getByText('Rappeler le gardien')).toHaveCount(1);
  await expect(page.getByLabel('Écrire un commentaire')).toHaveValue('');
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  await client.context().close();
});

test('a connection that is lost is said to be, and what was asked comes when it is back', async ({ page }) => {
  await logIn(page, 'standardiste1');
  await page.route('**/api/v1/clients?*', (route) => route.abort('connectionreset'), { times: 2 });
  await page.getByRole('link', { name: 'Clients et sites' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Connexion perdue.' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByText('Connexion perdue.')).toHaveCount(0);
});

/** What the API answers to whom it asks for a moment. */
function busy(status: 429 | 503): { status: number; headers: Record<string, string>; body: string } {
  const type = `urn:accord:problem:${status === 429 ? 'too-many-requests' : 'temporarily-unavailable'}`;
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '2' },
    body: JSON.stringify({ type, title: 'Busy', status }),
  };
}
