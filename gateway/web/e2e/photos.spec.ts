import { expect, type Page, test } from '@playwright/test';
import { apiOf, PHONE, someone } from './support/people';
import { photo, refused } from './support/states/state';
import { type Job, jobOfDesk } from './support/work';

for (const [username, options] of [['standardiste1', {}], ['client01', PHONE]] as const) {
  test(`a photo that ${username} adds is kept until it is there, whatever happens meanwhile`, async ({ browser }) => {
    const admin = await someone(browser, 'admin');
    const page = await someone(browser, username, options);
    const job = await jobOfDesk(apiOf(admin), `Dégât des eaux ${Date.now().toString(36)}`);
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/attachments')) {
        keys.push(request.headers()['idempotency-key']);
      }
    });
    const waiting = page.getByText('Conservé sur cet appareil');

    await test.step('the network is lost', async () => {
      await page.goto(`/interventions/${job.id}`);
      await page.route('**/attachments', (route) => route.abort('connectionreset'));
      await page.locator('input[type=file]').first().setInputFiles(await photo(page));
      await expect(waiting).toBeVisible();
      await expect.poll(() => keys.length).toBeGreaterThan(1);
    });

    await test.step('the page is loaded anew, and the service is away', async () => {
      // The latest answers; without any, the photo would find its way for a moment.
      await page.route('**/attachments', refused(503, 'temporarily-unavailable', { 'Retry-After': '1' }));
      await page.reload();
      await expect(page.getByText('Le serveur n’a pas pu l’enregistrer.')).toBeVisible();
      await page.goto('/');
      await page.getByRole('link', { name: '1 action attend d’être envoyée.' }).click();
      await expect(page.getByRole('listitem').filter({ hasText: 'Photo' }).getByRole('link', { name: `${job.reference} · ${job.title}` })).toBeVisible();
    });

    await test.step('the answer is lost, and it is there once', async () => {
      await page.unrouteAll();
      await page.route(
        '**/attachments',
        async (route) => {
          await route.fetch();
          await route.abort('connectionreset');
        },
        { times: 1 },
      );
      await expect(page.getByText('Tout est envoyé.')).toBeVisible();
      expect(await photosOf(admin, job)).toBe(1);
      expect(new Set(keys).size).toBe(1);
    });
    for (const each of [admin, page]) {
      await each.context().close();
    }
  });
}

test('a photo that is refused is offered again, or given up by whoever chose it', async ({ browser }) => {
  const admin = await someone(browser, 'admin');
  const page = await someone(browser, 'client01', PHONE);
  const job = await jobOfDesk(apiOf(admin), `Rouille ${Date.now().toString(36)}`);
  await page.goto(`/interventions/${job.id}`);
  await page.route('**/attachments', refused(422, 'unusable-image'), { times: 1 });
  await page.locator('input[type=file]').setInputFiles(await photo(page));
  const refusal = page.getByRole('alert').filter({ hasText: 'Photo' });
  await expect(refusal).toContainText('Cette image ne peut pas être lue.');
  await refusal.getByRole('button', { name: 'Réessayer' }).click();
  await expect(page.getByRole('button', { name: 'Photo : agrandir' })).toBeVisible();
  await expect(refusal).toHaveCount(0);
  for (const each of [admin, page]) {
    await each.context().close();
  }
});

test('a photo that nobody has seen yet is taken back', async ({ browser }) => {
  const admin = await someone(browser, 'admin');
  const page = await someone(browser, 'client01', PHONE);
  const job = await jobOfDesk(apiOf(admin), `Mauvaise photo ${Date.now().toString(36)}`);
  await page.goto(`/interventions/${job.id}`);
  const chosen = page.locator('input[type=file]');
  const waiting = page.getByText('Conservé sur cet appareil');
  const arrived = page.getByRole('button', { name: 'Photo : agrandir' });
  const [right, wrong] = [await photo(page), await photo(page)];
  await chosen.setInputFiles(right);
  await expect(arrived).toBeVisible();
  await page.context().setOffline(true);
  await chosen.setInputFiles(wrong);
  await page.getByRole('button', { name: 'Ne pas envoyer' }).click();
  await page.getByRole('button', { name: 'Garder' }).click();
  await expect(waiting).toBeVisible();
  await page.getByRole('button', { name: 'Ne pas envoyer' }).click();
  await page.getByRole('button', { name: 'Effacer, sans l’envoyer' }).click();
  await expect(waiting).toHaveCount(0);

  // What is sent after it would come after it.
  await chosen.setInputFiles(right);
  await expect(waiting).toBeVisible();
  await page.context().setOffline(false);
  await expect(arrived).toHaveCount(2);
  expect(await photosOf(admin, job)).toBe(2);
  for (const each of [admin, page]) {
    await each.context().close();
  }
});

async function photosOf(page: Page, job: Job): Promise<number> {
  const { items } = await apiOf(page).get<{ items: { kind: string }[] }>(`/api/v1/interventions/${job.id}/comments`);
  return items.filter(({ kind }) => kind === 'ATTACHMENT').length;
}
