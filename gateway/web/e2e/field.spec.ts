import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { apiOf, logIn, PHONE, someone } from './support/people';
import type { components } from '../src/shared/api/schema';
import { type Job, newJob, step } from './support/work';

type Schemas = components['schemas'];

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

  const left = await during(() => phone.getByRole('button', { name: 'En route' }).click());
  const began = await during(() => phone.getByRole('button', { name: 'En cours' }).click());
  const first = await during(() => comment(phone, 'Pompe grippée', 'Noter en interne'));
  const second = await during(() => comment(phone, 'Je commande la pièce', 'Noter en interne'));
  const held = await during(async () => {
    await phone.getByRole('button', { name: 'Mettre en attente' }).click();
    await phone.getByLabel('Motif').fill('pompe à remplacer');
    await phone.getByRole('dialog').getByRole('button', { name: 'Mettre en attente' }).click();
    await expect(phone.getByRole('dialog')).toHaveCount(0);
  });
  expect((await api.get<Job>(`/api/v1/interventions/${job.id}`)).version).toBe(job.version);

  // As somebody who pulls the battery: no good-bye.
  await phone.context().close();
  phone = await device(folder, baseURL);
  await phone.context().setOffline(true);
  await phone.goto(`/interventions/${job.id}`);
  await expect(phone.getByText('Pompe grippée')).toBeVisible();
  await seen(phone);

  const online = Date.now();
  await phone.context().setOffline(false);
  await expect(async () => {
    const arrived = await api.get<Job>(`/api/v1/interventions/${job.id}`);
    expect(arrived.status.code).toBe('ON_HOLD');
  }).toPass({ timeout: 60_000 });
  await phone.goto('/waiting');
  await expect(phone.getByText('Tout est envoyé.')).toBeVisible();

  // In the order in which it was done, at the time when it was done, though all of it came later.
  const history = await api.get<{ items: Schemas['RevisionView'][] }>(`/api/v1/interventions/${job.id}/history?limit=100`);
  const steps = history.items.flatMap(({ changes, at, occurredAt }) =>
    changes.filter(({ field }) => field === 'status').map(({ to }) => ({ to, at, occurredAt })),
  );
  expect(steps.map(({ to }) => to)).toEqual(['NEW', 'ASSIGNED', 'EN_ROUTE', 'IN_PROGRESS', 'ON_HOLD']);
  for (const [place, when] of [left, began, held].entries()) {
    const { at, occurredAt } = steps[place + 2] ?? { at: '', occurredAt: '' };
    expectWithin(occurredAt, when);
    expect(Date.parse(at)).toBeGreaterThanOrEqual(online);
  }
  const { actualStart, statusSince } = await api.get<Job>(`/api/v1/interventions/${job.id}`);
  expectWithin(actualStart, began);
  expectWithin(statusSince, held);

  const thread = await api.get<{ items: Schemas['StaffEntry'][] }>(`/api/v1/interventions/${job.id}/comments?limit=100&sort=createdAt`);
  const comments = thread.items.filter((entry): entry is Schemas['StaffComment'] & { kind: 'COMMENT' } => entry.kind === 'COMMENT');
  expect(comments.map(({ body }) => body)).toEqual(['Pompe grippée', 'Je commande la pièce']);
  for (const [place, when] of [first, second].entries()) {
    expectWithin(comments[place]?.writtenAt, when);
    expect(Date.parse(comments[place]?.createdAt ?? '')).toBeGreaterThanOrEqual(online);
  }
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
  // Whoever has gone on to something else is told where they are.
  await phone.goto('/');
  await expect(phone.getByRole('link', { name: /^À envoyer ?, 1 en attente, dont 1 refusée$/ })).toBeVisible();
  await phone.getByRole('status').getByRole('link', { name: '1 action a été refusée' }).click();
  await expect(phone).toHaveURL(/\/waiting$/);
  await expect(phone.getByRole('alert').first()).toBeVisible();
  await phone.getByRole('button', { name: 'Abandonner' }).click();
  await phone.getByRole('button', { name: 'Effacer définitivement' }).click();
  await expect(phone.getByText('Tout est envoyé.')).toBeVisible();
  for (const page of [phone, desk, client]) {
    await page.context().close();
  }
});

test('a technician gives a job back, and the desk sees why at once', async ({ browser }) => {
  const desk = await someone(browser, 'standardiste1');
  const client = await someone(browser, 'client01');
  const phone = await someone(browser, 'intervenant1', PHONE);
  const { id: technicianId } = await apiOf(phone).get<{ id: string }>('/api/v1/me');
  const me = await apiOf(client).get<{ clientId: string }>('/api/v1/me');
  // The most pressing of all, so that it stands first.
  const job = await newJob(apiOf(desk), `Chaufferie ${Date.now().toString(36)}`, me, { urgency: 'CRITICAL' });
  await step(apiOf(desk), job, 'ASSIGNED', { technicianId });
  const given = desk.getByRole('region', { name: 'Refusées' }).getByRole('link', { name: job.title });

  await phone.getByRole('link', { name: job.title }).click();
  await expect(desk.getByRole('region', { name: 'À planifier' })).toBeVisible();
  await expect(given).toHaveCount(0);
  await phone.getByRole('button', { name: 'Refuser' }).click();
  const dialog = phone.getByRole('dialog', { name: 'Refuser' });
  await dialog.getByRole('button', { name: 'Refuser' }).click();
  await expect(dialog.getByLabel('Motif')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Motif').fill('Pas habilité gaz haute pression');
  await dialog.getByRole('button', { name: 'Refuser' }).click();

  await expect(given).toContainText('Motif : Pas habilité gaz haute pression');
  const seen = await apiOf(desk).get<Job>(`/api/v1/interventions/${job.id}`);
  expect(seen).toMatchObject({ status: { code: 'NEW' }, technicianId: null });
  for (const page of [phone, desk, client]) {
    await page.context().close();
  }
});

type Span = [from: number, to: number];

/** Between which moments something was done. */
async function during(act: () => Promise<void>): Promise<Span> {
  const from = Date.now();
  await act();
  return [from, Date.now()];
}

function expectWithin(instant: string | null | undefined, [from, to]: Span): void {
  expect(Date.parse(instant ?? '')).toBeGreaterThanOrEqual(from);
  expect(Date.parse(instant ?? '')).toBeLessThanOrEqual(to);
}

async function comment(phone: Page, words: string, button: string): Promise<void> {
  await phone.getByLabel('Écrire un commentaire').fill(words);
  await phone.getByRole('button', { name: button }).click();
  await expect(phone.getByLabel('Écrire un commentaire')).toHaveValue('');
  await expect(phone.getByText(words)).toBeVisible();
}

/** The photo of the thread is not only there: it shows something. */
async function seen(phone: Page): Promise<void> {
  const photo = phone.getByRole('button', { name: 'Photo : agrandir' }).locator('img');
  await photo.scrollIntoViewIfNeeded();
  await expect(async () => expect(await photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)).toPass();
}
