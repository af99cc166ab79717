import { readFile } from 'node:fs/promises';
import { expect, type Locator, test } from '@playwright/test';
import { paris } from '../src/shared/time/time';
import { expectListening } from './support/keyboard';
import { apiOf, logIn, newPerson, someone } from './support/people';
import { type Job, jobOfDesk, newJob, step } from './support/work';

test('a call is taken down in half a minute, without a mouse', async ({ page }) => {
  await logIn(page, 'standardiste1');
  const title = `Radiateur froid ${Date.now().toString(36)}`;
  const { keyboard } = page;
  const began = Date.now();
  await expectListening(page);
  await keyboard.press('n');
  await expect(page.getByRole('combobox', { name: 'Client', exact: true })).toBeFocused();
  await keyboard.type('brignais');
  await expect(page.getByRole('option').first()).toContainText('Mairie de Brignais');
  await keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Site', exact: true })).toBeVisible();
  await keyboard.press('Tab');
  const site = page.getByRole('combobox', { name: 'Site', exact: true });
  if ((await site.inputValue()) === '') {
    await expect(site).toBeFocused();
    await expect(page.getByRole('option').first()).toBeVisible();
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
  const desk = await someone(browser, 'standardiste1', { viewport: { width: 1600, height: 1000 } });
  const colleague = await someone(browser, 'standardiste2');
  const client = await someone(browser, 'client01');
  const me = await apiOf(client).get<{ clientId: string }>('/api/v1/me');
  const admin = await someone(browser, 'admin');
  const technician = await newPerson(apiOf(admin), 'TECHNICIAN');
  const title = `Chez moi ${Date.now().toString(36)}`;
  const mine = await newJob(apiOf(desk), title, me);
  const book = async (hour: number): Promise<void> => {
    const theirs = await newJob(apiOf(colleague), 'Chez la collègue', me);
    await step(apiOf(colleague), theirs, 'SCHEDULED', { technicianId: technician.id, ...nextMonday(hour) });
  };
  await book(12);

  await desk.goto('/planning');
  await desk.getByRole('button', { name: 'Après' }).click();
  const card = desk.getByRole('listitem').filter({ hasText: title });
  const cell = (hour: number): Locator => desk.getByRole('button', { name: cellName(technician.displayName, hour) });
  await expect(desk.getByRole('button', { name: 'Occupé' }).first()).toBeVisible();

  await test.step('before: what the screen knows is not even sent', async () => {
    const sent: string[] = [];
    desk.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await card.dragTo(cell(11));
    await expect(desk.getByText(`${technician.displayName} est déjà pris à ce moment-là.`)).toBeVisible();
    expect(sent).toEqual([]);
  });

  await test.step('after: what a colleague has just booked is refused by the API', async () => {
    // The screen does not hear of it in time.
    await desk.route('**/api/v1/planning?*', (route) => route.abort());
    await book(16);
    await card.dragTo(cell(15));
    await expect(desk.getByText('L’intervenant est déjà pris à ce moment-là.')).toBeVisible();
    expect((await apiOf(desk).get<Job>(`/api/v1/interventions/${mine.id}`)).status.code).toBe('NEW');
    await desk.unroute('**/api/v1/planning?*');
  });

  await test.step('a free hour is taken', async () => {
    await card.dragTo(cell(8));
    await expect(card).toHaveCount(0);
    expect((await apiOf(desk).get<Job>(`/api/v1/interventions/${mine.id}`)).technicianId).toBe(technician.id);
  });
  for (const page of [desk, colleague, client, admin]) {
    await page.context().close();
  }
});

test('an appointment whose moving got no answer is moved once, and nobody is told otherwise', async ({ browser }) => {
  const desk = await someone(browser, 'standardiste1', { viewport: { width: 1600, height: 1000 } });
  const admin = await someone(browser, 'admin');
  const api = apiOf(admin);
  const technician = await newPerson(api, 'TECHNICIAN');
  const booked = await step(api, await jobOfDesk(api, `À déplacer ${Date.now().toString(36)}`), 'SCHEDULED', {
    technicianId: technician.id,
    ...nextMonday(12),
  });
  const sent: (string | undefined)[][] = [];
  desk.on('request', (request) => {
    if (request.method() === 'PATCH') {
      sent.push([request.headers()['idempotency-key'], request.headers()['if-match'], request.postData() ?? undefined]);
    }
  });
  await desk.goto('/planning');
  await desk.getByRole('button', { name: 'Après' }).click();
  await desk.route(
    `**/api/v1/interventions/${booked.id}`,
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await desk
    .getByRole('button', { name: new RegExp(booked.title) })
    .dragTo(desk.getByRole('button', { name: cellName(technician.displayName, 15) }), { sourcePosition: { x: 8, y: 20 } });

  await expect(desk.getByText(`${booked.reference} :`)).toBeVisible();
  await expect(desk.getByText('Quelqu’un d’autre vient de modifier')).toHaveCount(0);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
  expect(sent[0]?.[0]).toMatch(/^[0-9a-f-]{36}$/);
  const moved = await api.get<Job>(`/api/v1/interventions/${booked.id}`);
  expect(moved.version).toBe(booked.version + 1);
  expect(moved.plannedStart).not.toBe(booked.plannedStart);
  for (const page of [desk, admin]) {
    await page.context().close();
  }
});

test('a list is narrowed, kept as a view, and taken along as CSV', async ({ page }) => {
  await logIn(page, 'standardiste1', '/interventions');
  await page.getByRole('switch', { name: 'En retard seulement' }).click();
  await expect(page).toHaveURL(/overdue/);
  const name = `Retards ${Date.now().toString(36)}`;
  await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
  await page.getByLabel('Nom de la vue').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Nom de la vue')).toHaveCount(0);
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

test('a new client and site are taken down with the call, and what is refused of the site is said there', async ({ page }) => {
  await logIn(page, 'standardiste1', '/interventions/new');
  const name = `Fournil ${Date.now().toString(36)}`;
  const client = page.getByRole('combobox', { name: 'Client', exact: true });
  await client.fill(name);
  await page.getByRole('option', { name: `Créer le client « ${name} »` }).click();
  await page.getByRole('button', { name: 'Nouveau site' }).click();
  await page.getByLabel('Nom du site').fill('Boutique');
  await page.getByLabel('Adresse').fill('3 rue du Four');
  await page.getByLabel('Code postal').fill('ABC');
  await page.getByLabel('Ville').fill('Lyon');
  await page.getByLabel('Que se passe-t-il ?').fill(`Four froid ${name}`);
  await page.getByRole('button', { name: 'Créer l’intervention' }).click();

  await expect(page.getByLabel('Code postal')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Nom du site')).not.toHaveAttribute('aria-invalid', 'true');
  await expect(client).toHaveValue(name);

  await page.getByLabel('Code postal').fill('69002');
  await page.getByRole('button', { name: 'Créer l’intervention' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Four froid ${name}` })).toBeVisible();
  const found = await apiOf(page).get<{ items: unknown[] }>(`/api/v1/clients?q=${encodeURIComponent(name)}`);
  expect(found.items).toHaveLength(1);
});

test('what the API refuses is said at its field, and nothing typed is lost', async ({ page }) => {
  await logIn(page, 'standardiste1', '/interventions/new');
  await page.getByLabel('Détails').fill('Odeur de gaz dans le hall');
  await page.getByRole('button', { name: 'Créer l’intervention' }).click();
  await expect(page.getByRole('combobox', { name: 'Client', exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Que se passe-t-il ?')).toHaveAttribute('aria-invalid', 'true');
  await page.reload();
  await expect(page.getByLabel('Détails')).toHaveValue('Odeur de gaz dans le hall');
  await page.getByRole('button', { name: 'Tout effacer' }).click();
  await page.getByRole('button', { name: 'Effacer cet appel' }).click();
  await expect(page.getByLabel('Détails')).toHaveValue('');
});

/** Two hours of next Monday, on the company's clocks. */
function nextMonday(hour: number): { plannedStart: string; plannedEnd: string } {
  const start = paris(`${monday()}T12:00:00Z`).hour(hour).minute(0);
  return { plannedStart: start.toISOString(), plannedEnd: start.add(2, 'hour').toISOString() };
}

function monday(): string {
  return paris().startOf('week').add(7, 'day').format('YYYY-MM-DD');
}

function cellName(technician: string, hour: number): string {
  const at = (time: number): string => `${String(time).padStart(2, '0')}:00:00`;
  return `Créneau ${technician} ${monday()} 00:00:00 ${at(hour)} - ${at(hour + 1)}`;
}
