import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { paris } from '../src/shared/time/time';
import { apiOf, newPerson, PHONE, someone } from './support/people';
import { jobOfDesk, newJob, step } from './support/work';

test('a client takes the appointment along to their calendar', async ({ browser }) => {
  const admin = await someone(browser, 'admin');
  const client = await someone(browser, 'client01', PHONE);
  const api = apiOf(admin);
  const technician = await newPerson(api, 'TECHNICIAN');
  const start = paris().add(2, 'day').hour(14).startOf('hour');
  const job = await step(api, await jobOfDesk(api, 'Ramonage'), 'SCHEDULED', {
    technicianId: technician.id,
    plannedStart: start.toISOString(),
    plannedEnd: start.add(90, 'minute').toISOString(),
  });

  await client.goto(`/interventions/${job.id}`);
  await expect(client.getByRole('region', { name: 'Rendez-vous' })).toContainText(`Avec ${technician.displayName}`);
  const [file] = await Promise.all([
    client.waitForEvent('download'),
    client.getByRole('link', { name: 'Ajouter à mon agenda' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.ics$/);
  // Long lines are folded.
  const calendar = (await readFile(await file.path(), 'utf8')).replaceAll('\r\n ', '');
  const stamp = (instant: string): string => instant.replace(/[-:]|\.000/g, '');
  expect(calendar).toContain(`DTSTART:${stamp(start.toISOString())}`);
  expect(calendar).toContain(`DTEND:${stamp(start.add(90, 'minute').toISOString())}`);
  expect(calendar).toMatch(/SUMMARY:.*Ramonage/);
  for (const page of [admin, client]) {
    await page.context().close();
  }
});

test('what a client writes is said at the desk, wherever one is there', async ({ browser }) => {
  const desk = await someone(browser, 'standardiste1');
  const client = await someone(browser, 'client01');
  const job = await newJob(apiOf(desk), `Volet bloqué ${Date.now().toString(36)}`, await apiOf(client).get('/api/v1/me'));
  // Who listens comes after the screen.
  await Promise.all([desk.waitForResponse(/\/client-words[^/]*\.js/), desk.goto('/planning')]);
  await expect(desk.getByRole('img', { name: 'Mises à jour en direct' })).toBeVisible();
  await client.goto(`/interventions/${job.id}`);
  await client.getByLabel('Écrire un commentaire').fill('Je ne serai pas là demain.');
  await client.getByRole('button', { name: 'Envoyer' }).click();

  const notice = desk.getByRole('alert').filter({ hasText: 'Je ne serai pas là demain.' });
  await notice.getByRole('button', { name: 'Ouvrir' }).click();
  await expect(desk).toHaveURL(new RegExp(job.id));
  await expect(desk.getByRole('list', { name: 'Fil de l’intervention' }).getByText('Je ne serai pas là demain.')).toBeVisible();
  await expect(notice).toHaveCount(0);
  for (const page of [desk, client]) {
    await page.context().close();
  }
});

test('a client shows what is wrong: words and a photo, seen at the desk at once', async ({ browser }) => {
  const desk = await someone(browser, 'standardiste1');
  const client = await someone(browser, 'client01', PHONE);
  const job = await newJob(apiOf(desk), `Tache au plafond ${Date.now().toString(36)}`, await apiOf(client).get('/api/v1/me'));
  await desk.goto(`/interventions/${job.id}`);
  const thread = desk.getByRole('list', { name: 'Fil de l’intervention' });
  await expect(desk.getByText('Aucun échange pour le moment.')).toBeVisible();

  await client.getByRole('link', { name: job.title }).click();
  await client.getByLabel('Écrire un commentaire').fill('Elle grandit depuis hier.');
  await client.locator('input[type=file]').setInputFiles({
    name: 'plafond.png',
    mimeType: 'image/png',
    buffer: await client.screenshot(),
  });
  await expect(client.getByRole('button', { name: 'Photo : agrandir' })).toBeVisible();
  // The words that were not sent yet are still there.
  await expect(client.getByLabel('Écrire un commentaire')).toHaveValue('Elle grandit depuis hier.');
  await client.getByRole('button', { name: 'Envoyer' }).click();

  await expect(thread.getByText('Elle grandit depuis hier.')).toBeVisible();
  const photo = thread.getByRole('button', { name: 'Photo : agrandir' }).locator('img');
  await expect(async () => expect(await photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)).toPass();
  for (const page of [desk, client]) {
    await page.context().close();
  }
});
