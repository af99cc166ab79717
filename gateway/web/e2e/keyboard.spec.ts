import { expect, type Locator, type Page, test } from '@playwright/test';
import type { components } from '../src/shared/api/schema';
import { choose, expectListening, expectPlaceKept, press, reach, write } from './support/keyboard';
import { type Api, apiOf, find, newPerson, someone } from './support/people';
import { photo } from './support/states/state';
import { type Job, jobOfDesk, step } from './support/work';

type Schemas = components['schemas'];

const now = (api: Api, job: Job): Promise<Job> => api.get<Job>(`/api/v1/interventions/${job.id}`);

test('a standardiste plans, moves, assigns and comments without a mouse', async ({ browser }) => {
  const admin = await someone(browser, 'admin');
  const api = apiOf(admin);
  const technician = await newPerson(api, 'TECHNICIAN');
  const job = await jobOfDesk(api, `Ballon percé ${Date.now().toString(36)}`, { urgency: 'CRITICAL' });
  const other = await jobOfDesk(api, `Vanne grippée ${Date.now().toString(36)}`);
  const page = await someone(browser, 'standardiste1');
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');

  await test.step('from the planning', async () => {
    await expectListening(page);
    await keyboard.press('g');
    await keyboard.press('p');
    await expect(page.getByRole('heading', { level: 1, name: 'Planning' })).toBeFocused();
    await press(page, page.getByRole('button', { name: `Planifier ${job.title}` }));
    await choose(page, dialog.getByLabel('Intervenant'), technician.displayName);
    await nextDay(page, dialog.getByLabel('Début'));
    await press(page, dialog.getByRole('button', { name: 'Planifier' }));
    await expectPlaceKept(page);
    await expect(page.getByRole('button', { name: `Planifier ${job.title}` })).toHaveCount(0);
    expect(await now(api, job)).toMatchObject({ status: { code: 'SCHEDULED' }, technicianId: technician.id });
  });

  await test.step('from the board to another length', async () => {
    const before = await now(api, job);
    const booked = page.getByRole('button', { name: new RegExp(job.title) }).first();
    // It is in this week or in the next one.
    if (weekOf(new Date(before.plannedStart ?? '')) !== weekOf(new Date())) {
      await press(page, page.getByRole('button', { name: 'Après' }));
    }
    await press(page, booked);
    await expect(page.getByRole('heading', { level: 1, name: job.title })).toBeFocused();
    const change = page.getByRole('button', { name: 'Modifier', exact: true });
    await press(page, change);
    await expect(page.getByRole('menu')).toBeVisible();
    await reachItem(page, page.getByRole('menuitem', { name: 'Déplacer ou réaffecter' }));
    await keyboard.press('Enter');
    await reach(page, dialog.getByLabel('Durée'));
    await keyboard.press('ArrowUp');
    await press(page, dialog.getByRole('button', { name: 'Enregistrer' }));
    await expectPlaceKept(page);
    await expect(change).toBeFocused();
    expect(Date.parse((await now(api, job)).plannedEnd ?? '')).toBe(Date.parse(before.plannedEnd ?? '') + 15 * 60_000);
  });

  await test.step('a word for colleagues', async () => {
    await write(page, page.getByLabel('Écrire un commentaire'), 'Prévoir une échelle');
    await press(page, page.getByRole('button', { name: 'Noter en interne' }));
    await expect(page.getByRole('list', { name: 'Fil de l’intervention' }).getByText('Prévoir une échelle')).toBeVisible();
    await expectPlaceKept(page);
  });

  await test.step('to somebody, without an appointment', async () => {
    await page.goto(`/interventions/${other.id}`);
    await press(page, page.getByRole('button', { name: 'Affecter' }));
    await expect(dialog.getByLabel('Intervenant')).toBeVisible();
    await keyboard.press('Escape');
    await expectPlaceKept(page);
    await expect(page.getByRole('button', { name: 'Affecter' })).toBeFocused();
    await keyboard.press('Enter');
    await choose(page, dialog.getByLabel('Intervenant'), technician.displayName);
    await press(page, dialog.getByRole('button', { name: 'Affecter' }));
    await expectPlaceKept(page);
    expect(await now(api, other)).toMatchObject({ status: { code: 'ASSIGNED' }, technicianId: technician.id });
  });
  for (const each of [page, admin]) {
    await each.context().close();
  }
});

test('an intervenant takes each step, holds with a reason and reports without a mouse', async ({ browser }) => {
  const admin = await someone(browser, 'admin');
  const api = apiOf(admin);
  const { id: technicianId } = await find(api, 'intervenant1');
  const job = await step(api, await jobOfDesk(api, `Circulateur bloqué ${Date.now().toString(36)}`), 'ASSIGNED', { technicianId });
  const page = await someone(browser, 'intervenant1');
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');
  const stepButton = (name: string): Locator => page.getByRole('group', { name: 'Étapes possibles' }).getByRole('button', { name, exact: true });
  const pressStep = async (name: string): Promise<void> => {
    // They rest for a moment after each.
    await expect(stepButton(name)).toBeEnabled();
    await press(page, stepButton(name));
  };
  const takes = async (name: string): Promise<void> => {
    await pressStep(name);
    await expect(stepButton(name)).toHaveCount(0);
    await expectPlaceKept(page);
  };

  await page.goto(`/interventions/${job.id}`);
  await takes('En route');
  await takes('En cours');
  await pressStep('Mettre en attente');
  await expect(dialog.getByLabel('Motif')).toBeFocused();
  await keyboard.type('pompe à remplacer');
  await press(page, dialog.getByRole('button', { name: 'Mettre en attente' }));
  await expectPlaceKept(page);
  await takes('Reprendre');

  // A signature is drawn: that takes a hand. The report is complete without one.
  await pressStep('Terminée');
  await expect(dialog.getByLabel('Compte rendu')).toBeFocused();
  await keyboard.type('Pompe remplacée.');
  await press(page, dialog.getByRole('button', { name: 'Signature du client' }));
  await expect(page.getByRole('dialog', { name: 'Signature du client' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Signature du client' })).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Signature du client' })).toBeFocused();
  await expect(dialog.getByLabel('Compte rendu')).toHaveValue('Pompe remplacée.');
  await press(page, dialog.getByRole('button', { name: 'Terminée' }));
  await expectPlaceKept(page);
  await expect.poll(async () => (await now(api, job)).status.code).toBe('DONE');
  expect((await now(api, job)).report).toBe('Pompe remplacée.');
  for (const each of [page, admin]) {
    await each.context().close();
  }
});

test('a client comments, adds a photo and takes the report along without a mouse', async ({ browser }) => {
  const admin = await someone(browser, 'admin');
  const field = await someone(browser, 'intervenant1');
  const api = apiOf(admin);
  const { id: technicianId } = await find(api, 'intervenant1');
  const begun = await step(
    apiOf(field),
    await step(api, await jobOfDesk(api, `Purge ${Date.now().toString(36)}`), 'ASSIGNED', { technicianId }),
    'IN_PROGRESS',
  );
  const job = await step(apiOf(field), begun, 'DONE', { report: 'Purgée.' });
  const page = await someone(browser, 'client01');

  await press(page, page.getByRole('link', { name: job.title }));
  await expect(page.getByRole('heading', { level: 1, name: job.title })).toBeFocused();
  await reach(page, page.getByRole('link', { name: 'Bon d’intervention (PDF)' }));
  const [paper] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(paper.suggestedFilename()).toMatch(/\.pdf$/);

  await write(page, page.getByLabel('Écrire un commentaire'), 'Merci, tout est chaud.');
  await press(page, page.getByRole('button', { name: 'Envoyer' }));
  await expect(page.getByRole('list', { name: 'Fil de l’intervention' }).getByText('Merci, tout est chaud.')).toBeVisible();
  await expectPlaceKept(page);

  // The page itself begins to listen for it, and has by the time it has answered: a key alone would outrun that.
  const choosing = page.waitForEvent('filechooser');
  await reach(page, page.getByRole('button', { name: 'Photo', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(await photo(page));
  await press(page, page.getByRole('button', { name: 'Photo : agrandir' }));
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expectPlaceKept(page);
  await expect(page.getByRole('button', { name: 'Photo : agrandir' })).toBeFocused();
  for (const each of [page, field, admin]) {
    await each.context().close();
  }
});

test('an admin renames and orders statuses, deactivates somebody and takes a partner on without a mouse', async ({ page, browser }) => {
  const admin = await someone(browser, 'admin');
  const api = apiOf(admin);
  const code = `E2E_${Date.now().toString(36).toUpperCase()}`;
  const label = `Essai ${code}`;
  const status = await api.post<Schemas['StatusView']>('/api/v1/statuses', {
    ...{ code, labelFr: label, labelEn: label, clientLabelFr: label, clientLabelEn: label },
    ...{ category: 'ACTIVE', clock: 'RUN', color: '#4b5563', position: 900, active: false },
  });
  const leaving = await newPerson(api, 'DISPATCHER');
  await page.context().addCookies(await admin.context().cookies());
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');

  await test.step('a status gets another name and another place', async () => {
    await page.goto('/administration/lists');
    const edit = page.getByRole('button', { name: `Modifier ${label}` });
    await press(page, edit);
    await write(page, dialog.getByLabel('Libellé français'), `${label} bis`);
    await press(page, dialog.getByRole('button', { name: 'Enregistrer' }));
    await expectPlaceKept(page);
    const row = page.getByRole('row', { name: new RegExp(code) });
    await expect(row).toContainText(`${label} bis`);
    const up = row.getByRole('button', { name: `Monter ${label} bis` });
    await expect(page.getByRole('row').last()).toContainText(code);
    await press(page, up);
    await expect(page.getByRole('row').last()).not.toContainText(code);
    await expectPlaceKept(page);
    await expect(up).toBeFocused();
    await press(page, row.getByRole('button', { name: `Supprimer ${label} bis` }));
    await expect(row).toHaveCount(0);
    await expectPlaceKept(page);
  });

  await test.step('somebody is out', async () => {
    await page.goto('/administration/users');
    await write(page, page.getByRole('searchbox'), leaving.username);
    await expect(page.getByRole('row'), 'their row and the titles').toHaveCount(2);
    await press(page, page.getByRole('button', { name: `Modifier ${leaving.displayName}` }));
    await press(page, dialog.getByRole('switch', { name: 'Peut se connecter' }), 'Space');
    await press(page, dialog.getByRole('button', { name: 'Enregistrer' }));
    await expectPlaceKept(page);
    expect((await api.get<Schemas['User']>(`/api/v1/users/${leaving.id}`)).active).toBe(false);
  });

  await test.step('a partner comes', async () => {
    const name = `Partenaire ${code}`;
    await page.goto('/administration/partners');
    await press(page, page.getByRole('button', { name: 'Nouveau partenaire' }));
    await expect(dialog.getByLabel('Nom')).toBeFocused();
    await keyboard.type(name);
    await press(page, dialog.getByRole('button', { name: 'Créer' }));
    await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
  });
  expect(status.code).toBe(code);
  await admin.context().close();
});

/** Chooses the day after the one that is chosen, in the calendar. */
async function nextDay(page: Page, field: Locator): Promise<void> {
  await press(page, field);
  await expect(page.getByRole('button', { name: 'Mois précédent' })).toBeVisible();
  await reach(page, page.locator('[data-selected] , td [data-selected]').first());
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Mois précédent' })).toHaveCount(0);
}

/** The arrows lead through a menu. */
async function reachItem(page: Page, item: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(item).toBeFocused({ timeout: 500 });
  }).toPass();
}

/** By the calendar of Paris; all that counts is whether two are the same. */
function weekOf(time: Date): number {
  const day = Date.parse(time.toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })) / 86_400_000;
  // The first of January 1970 was a Thursday.
  return Math.floor((day + 3) / 7);
}
