import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { apiOf, PHONE, someone } from './support/people';
import { refused } from './support/states/state';
import { newJob, step } from './support/work';

test('a report with a photo and the client’s signature becomes a paper that the client can keep', async ({ browser }) => {
  const desk = await someone(browser, 'standardiste1');
  const client = await someone(browser, 'client01', PHONE);
  const phone = await someone(browser, 'intervenant1', PHONE);
  const api = apiOf(desk);
  const { id: technicianId } = await apiOf(phone).get<{ id: string }>('/api/v1/me');
  const title = `Entretien ${Date.now().toString(36)}`;
  let job = await newJob(api, title, await apiOf(client).get('/api/v1/me'));
  job = await step(api, job, 'ASSIGNED', { technicianId });

  await client.goto(`/interventions/${job.id}`);
  await expect(client.getByRole('link', { name: 'Bon d’intervention (PDF)' })).toHaveCount(0);
  expect((await client.request.get(`/api/v1/interventions/${job.id}/report.pdf`)).status()).toBe(409);

  await phone.goto(`/interventions/${job.id}`);
  await phone.getByRole('button', { name: 'En cours' }).click();
  await phone.getByRole('button', { name: 'Terminée' }).click();
  const report = phone.getByRole('dialog', { name: 'Terminée' });
  await report.getByLabel('Compte rendu').fill('Brûleur nettoyé, combustion réglée.');
  await report.locator('input[type=file]').setInputFiles({ name: 'bruleur.png', mimeType: 'image/png', buffer: await picture(desk) });
  await expect(report.getByText('1 photo ajoutée')).toBeVisible();
  await report.getByRole('button', { name: 'Signature du client' }).click();
  const signing = phone.getByRole('dialog', { name: 'Signature du client' });
  await signing.getByLabel('Nom du signataire').fill('Hélène Rambaud');
  const pad = await signing.locator('canvas').boundingBox();
  expect(pad).not.toBeNull();
  if (pad) {
    await phone.mouse.move(pad.x + 20, pad.y + 40);
    await phone.mouse.down();
    for (let stroke = 1; stroke <= 8; stroke++) {
      await phone.mouse.move(pad.x + 20 + stroke * 20, pad.y + 40 + (stroke % 2) * 25, { steps: 3 });
    }
    await phone.mouse.up();
  }
  await signing.getByRole('button', { name: 'Valider' }).click();
  await expect(signing).toHaveCount(0);
  await expect(report.getByText('Signé par Hélène Rambaud')).toBeVisible();
  await report.getByRole('button', { name: 'Terminée' }).click();
  await expect(report).toHaveCount(0);

  const link = client.getByRole('link', { name: 'Bon d’intervention (PDF)' });
  await expect(link).toBeVisible();
  await expect(client.getByText('Signature de Hélène Rambaud').first()).toBeVisible();
  await client.getByRole('button', { name: 'Photo : agrandir' }).click();
  const whole = client.getByRole('dialog').getByRole('img', { name: 'Photo' });
  await expect(async () => expect(await whole.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)).toPass();
  await client.keyboard.press('Escape');
  // What is refused is told on the page, which stays as it is.
  await client.route('**/report.pdf', refused(409, 'no-report-yet'), { times: 1 });
  await link.click();
  const failure = client.getByRole('alert');
  await expect(failure).toContainText('dès que l’intervenant a rendu compte');
  const [paper] = await Promise.all([client.waitForEvent('download'), failure.getByRole('button', { name: 'Réessayer' }).click()]);
  expect(paper.suggestedFilename()).toMatch(/\.pdf$/);
  expect((await readFile(await paper.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await expect(failure).toHaveCount(0);
  const answer = await client.request.get((await link.getAttribute('href')) ?? '');
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toContain('application/pdf');
  for (const page of [desk, client, phone]) {
    await page.context().close();
  }
});

/** A real picture, as a camera would give: what a screen shows. */
async function picture(page: Page): Promise<Buffer> {
  return Buffer.from(await page.screenshot());
}
