import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { apiOf, logIn, PHONE, someone } from './support/people';
import { type Job, newJob, step } from './support/work';

/** A device of its own, whose browser can be killed and opened again with all that it kept. */
async function device(folder: string, baseURL: string | undefined): Promise<Page> {
  const { launchOptions } = test.info().project.use;
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    ...PHONE,
    ...(baseURL ? { baseURL } : {}),
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  return context.pages()[0] ?? context.newPage();
}

test('in a boiler room without network, nothing is lost, doubled or out of order', async ({ browser, baseURL }) => {
  test.setTimeout(300_000);
  const desk = await someone(browser, 'standardiste1');
  const client = await someone(browser, 'client01');
  const api = apiOf(desk);
  const folder = await mkdtemp(path.join(tmpdir(), 'device-'));
  let phone = await device(folder, baseURL);
  await logIn(phone, 'intervenant1');
  const { id: technicianId } = await apiOf(phone).get<{ id: string }>('/api/v1/me');
  const title = `Sous-station ${Date.now().toString(36)}`;
  const job = await step(api, await newJob(api, title, await apiOf(client).get('/api/v1/me')), 'ASSIGNED', { technicianId });

  await phone.goto(`/interventions/${job.id}`);
  await expect(phone.getByRole('button', { name: 'En route' })).toBeVisible();
  // The application itself has to be on the device before it goes down to the cellar.
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await phone.reload();
  await expect(phone.getByRole('button', { name: 'En route' })).toBeVisible();
  await phone.locator('input[type=file]').first().setInputFiles({ name: 'pompe.png', mimeType: 'image/png', buffer: await phone.screenshot() });
  await seen(phone);
  await phone.context().setOffline(true);

  await phone.getByRole('button', { name: 'En route' }).click();
  await phone.getByRole('button', { name: 'En cours' }).click();
  await comment(phone, 'Pompe grippée', 'Noter en interne');
  await comment(phone, 'Je commande la pièce', 'Noter en interne');
  await phone.getByRole('button', { name: 'Mettre en attente' }).click();
  await phone.getByLabel('Motif').fill('pompe à remplacer');
  await phone.getByRole('dialog').getByRole('button', { name: 'Mettre en attente' }).click();
  await expect(phone.getByRole('dialog')).toHaveCount(0);
  expect((await api.get<Job>(`/api/v1/interventions/${job.id}`)).version).toBe(job.version);

  // As somebody who pulls the battery: no good-bye.
  await phone.context().close();
  phone = await device(folder, baseURL);
  await phone.context().setOffline(true);
  await phone.goto(`/interventions/${job.id}`);
  await expect(phone.getByText('Pompe grippée')).toBeVisible();
  await seen(phone);

  await phone.context().setOffline(false);
  await expect(async () => {
    const arrived = await api.get<Job>(`/api/v1/interventions/${job.id}`);
    expect(arrived.status.code).toBe('ON_HOLD');
  }).toPass({ timeout: 60_000 });
  await phone.goto('/waiting');
  await expect(phone.getByText('Tout est envoyé.')).toBeVisible();

  const thread = await api.get<{ items: { kind: string; body?: string; to?: { code: string } }[] }>(
    `/api/v1/interventions/${job.id}/comments?limit=100&sort=createdAt`,
  );
  const comments = thread.items.filter(({ kind }) => kind === 'COMMENT').map(({ body }) => body);
  expect(comments).toEqual(['Pompe grippée', 'Je commande la pièce']);
  const history = await api.get<{ items: { changes: { field: string; to: string }[] }[] }>(`/api/v1/interventions/${job.id}/history?limit=100`);
  const statuses = history.items.flatMap(({ changes }) => changes.filter(({ field }) => field === 'status').map(({ to }) => to));
  expect([...statuses].sort()).toEqual(['ASSIGNED', 'EN_ROUTE', 'IN_PROGRESS', 'NEW', 'ON_HOLD']);
  for (const page of [phone, desk, client]) {
    await page.context().close();
  }
});

test('what the desk decided meanwhile is shown, not swallowed', async ({ browser }) => {
  const desk = await someone(browser, 'standardiste1');
  const client = await someone(browser, 'client01');
  const phone = await someone(browser, 'intervenant1', PHONE);
  const api = apiOf(desk);
  const { id: technicianId } = await apiOf(phone).get<{ id: string }>('/api/v1/me');
  let job = await newJob(api, `VMC ${Date.now().toString(36)}`, await apiOf(client).get('/api/v1/me'));
  job = await step(api, job, 'ASSIGNED', { technicianId });
  await phone.goto(`/interventions/${job.id}`);
  await expect(phone.getByRole('button', { name: 'En route' })).toBeVisible();
  await phone.context().setOffline(true);
  await phone.getByRole('button', { name: 'En route' }).click();
  await step(api, job, 'CANCELLED', { reason: 'Le client a rappelé' });
  await phone.context().setOffline(false);
  await phone.goto('/waiting');
  await expect(phone.getByRole('alert').first()).toBeVisible();
  await phone.getByRole('button', { name: 'Abandonner' }).click();
  await expect(phone.getByText('Tout est envoyé.')).toBeVisible();
  for (const page of [phone, desk, client]) {
    await page.context().close();
  }
});

async function comment(phone: Page, words: string, button: string): Promise<void> {
  await phone.getByLabel('Écrire un commentaire').fill(words);
  await phone.getByRole('button', { name: button }).click();
  await expect(phone.getByText(words)).toBeVisible();
  await expect(phone.getByLabel('Écrire un commentaire')).toHaveValue('');
}

/** The photo of the thread is not only there: it shows something. */
async function seen(phone: Page): Promise<void> {
  const photo = phone.getByRole('button', { name: 'Photo : agrandir' }).locator('img');
  await photo.scrollIntoViewIfNeeded();
  await expect(async () => expect(await photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)).toPass();
}
