import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { apiOf, logIn, someone } from './support/people';
import { newJob, quietHour, step } from './support/work';

test('a call is taken down in half a minute, without a mouse', async ({ page }) => {
  await logIn(page, 'standardiste1');
  const title = `Radiateur froid ${Date.now().toString(36)}`;
  const { keyboard } = page;
  const began = Date.now();
  await keyboard.press('n');
  await expect(page.getByLabel('Client', { exact: true })).toBeFocused();
  await keyboard.type('brignais');
  await expect(page.getByRole('option').first()).toContainText(/brignais/i);
  await keyboard.press('Enter');
  await expect(page.getByLabel('Site', { exact: true })).toBeVisible();
  await page.getByLabel('Client', { exact: true }).focus();
  await keyboard.press('Tab');
  const site = page.getByLabel('Site', { exact: true });
  if ((await site.inputValue()) === '') {
    await expect(site).toBeFocused();
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
  }
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(page.getByLabel('Que se passe-t-il ?')).toBeFocused();
  await keyboard.type(title);
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  expect(Date.now() - began).toBeLessThan(30_000);
});

test('a technician is not booked twice: said before the drop, and after it', async ({ browser }) => {
  const desk = await someone(browser, 'standardiste1');
  const colleague = await someone(browser, 'standardiste2');
  const client = await someone(browser, 'client01');
  const me = await apiOf(client).get<{ clientId: string }>('/api/v1/me');
  const technicians = await apiOf(desk).get<{ items: { id: string; displayName: string }[] }>('/api/v1/technicians?limit=100');
  const who = technicians.items[0];
  const slot = { technicianId: who?.id, ...quietHour(40, 3) };

  const theirs = await newJob(apiOf(colleague), 'Chez la collègue', me);
  await step(apiOf(colleague), theirs, 'SCHEDULED', slot);
  const mine = await newJob(apiOf(desk), 'Chez moi', me);
  await desk.goto(`/interventions/${mine.id}`);
  await desk.getByRole('button', { name: 'Planifier', exact: true }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Intervenant').fill(who?.displayName ?? '');
  await desk.getByRole('option', { name: who?.displayName ?? '' }).click();
  await desk.evaluate((start) => window.localStorage.setItem('e2e', start), slot.plannedStart);
  const answer = await desk.request.post(`/api/v1/interventions/${mine.id}/transitions`, {
    data: { to: 'SCHEDULED', ...slot },
    headers: {
      'If-Match': `"${mine.version}"`,
      'X-XSRF-TOKEN': (await desk.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '',
    },
  });
  expect(answer.status()).toBe(409);
  expect(((await answer.json()) as { type: string }).type).toBe('urn:accord:problem:slot-taken');
  for (const page of [desk, colleague, client]) {
    await page.context().close();
  }
});

test('a list is narrowed, kept as a view, and taken along as CSV', async ({ page }) => {
  await logIn(page, 'standardiste1', '/interventions');
  await page.getByRole('switch', { name: 'En retard seulement' }).check({ force: true });
  await expect(page).toHaveURL(/overdue/);
  const name = `Retards ${Date.now().toString(36)}`;
  await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
  await page.getByLabel('Nom de la vue').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  await page.goto('/interventions');
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page).toHaveURL(/overdue/);

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Exporter (CSV)' }).click()]);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines[0]).toContain('Référence');
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.slice(1).every((line) => /INT-\d{4}-\d{6}/.test(line))).toBe(true);

  await page.getByRole('button', { name: `Supprimer la vue ${name}` }).click();
  await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
});

test('what the API refuses is said at its field, and nothing typed is lost', async ({ page }) => {
  await logIn(page, 'standardiste1', '/interventions/new');
  await page.getByLabel('Détails').fill('Odeur de gaz dans le hall');
  await page.getByRole('button', { name: 'Créer l’intervention' }).click();
  await expect(page.getByLabel('Client', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Que se passe-t-il ?')).toHaveAttribute('aria-invalid', 'true');
  await page.reload();
  await expect(page.getByLabel('Détails')).toHaveValue('Odeur de gaz dans le hall');
  await page.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(page.getByLabel('Détails')).toHaveValue('');
});
