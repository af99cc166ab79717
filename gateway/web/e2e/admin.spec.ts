import { expect, test } from '@playwright/test';
import type { components } from '../src/shared/api/schema';
import { accept, apiOf, fillIn, logIn, newPerson } from './support/people';
import { type Job, jobOfDesk, step } from './support/work';

type Schemas = components['schemas'];

test('a change that would break the workflow is refused, and says why', async ({ page }) => {
  await logIn(page, 'admin', '/administration/lists');
  const closed = page.getByRole('row', { name: /CLOSED/ });
  await closed.getByRole('button', { name: /Supprimer/ }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(closed).toBeVisible();
});

test('a list gets one more line, another place, has it retired, and loses it again', async ({ page }) => {
  await logIn(page, 'admin', '/administration/lists');
  await page.getByRole('tab', { name: 'Urgences' }).click();
  await page.getByRole('button', { name: 'Créer' }).click();
  const dialog = page.getByRole('dialog');
  const code = `E2E_${Date.now().toString(36).toUpperCase()}`;
  await dialog.getByLabel('Code').fill(code);
  await dialog.getByLabel('Libellé français').fill('Très faible');
  await dialog.getByLabel('Libellé anglais').fill('Very low');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  const row = page.getByRole('row', { name: new RegExp(code) });
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: 'Monter Très faible' }).click();
  await expect(row.getByRole('button', { name: 'Descendre Très faible' })).toBeEnabled();

  const offered = page.getByRole('radio', { name: 'Très faible' });
  await page.goto('/interventions/new');
  await expect(offered).toBeAttached();
  await page.goBack();
  await page.getByRole('tab', { name: 'Urgences' }).click();
  await row.getByRole('switch', { name: 'Très faible : en service' }).click({ force: true });
  await expect(row.getByText('Retiré')).toBeVisible();
  await page.goto('/interventions/new');
  await expect(page.getByRole('radio', { name: 'Normale' })).toBeAttached();
  await expect(offered).toHaveCount(0);
  await page.goBack();
  await page.getByRole('tab', { name: 'Urgences' }).click();
  await row.getByRole('button', { name: 'Supprimer Très faible' }).click();
  await expect(row).toHaveCount(0);
});

test('somebody new is invited and chooses a password', async ({ page, browser }) => {
  await logIn(page, 'admin', '/administration/users');
  await page.getByRole('button', { name: 'Nouvel utilisateur' }).click();
  const name = `nouvelle-${Date.now().toString(36)}`;
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Identifiant').fill(name);
  await dialog.getByRole('textbox', { name: 'Nom', exact: true }).fill('Nouvelle Standardiste');
  await dialog.getByLabel('Courriel').fill(`${name}@demo.accordenergie.fr`);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('button', { name: 'Créer un lien d’invitation' }).click();
  const link = page.getByLabel('Lien à transmettre');
  await expect(link).toHaveValue(/activate/);
  const address = await link.inputValue();

  const own = await browser.newContext();
  const theirs = await own.newPage();
  await accept(theirs, address);
  await theirs.goto('/');
  await fillIn(theirs, name);
  await expect(theirs.getByRole('heading', { level: 1, name: 'À traiter' })).toBeVisible();
  await own.close();
});

test('whoever is deactivated is out at once, and does not come in again', async ({ page, browser }) => {
  await logIn(page, 'admin');
  const { id, username, displayName } = await newPerson(apiOf(page), 'DISPATCHER');
  const { link } = await apiOf(page).post<Schemas['InvitationLink']>(`/api/v1/users/${id}/invitation`, undefined);
  const own = await browser.newContext();
  const theirs = await own.newPage();
  await accept(theirs, link);
  await logIn(theirs, username);

  await page.goto('/administration/users');
  await page.getByRole('searchbox').fill(username);
  await page.getByRole('button', { name: `Modifier ${displayName}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('switch', { name: 'Peut se connecter' }).click();
  await expect(dialog.getByRole('switch', { name: 'Peut se connecter' })).not.toBeChecked();
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: `Modifier ${displayName}` })).toHaveCount(0);

  const expired = theirs.getByRole('dialog', { name: 'Votre session a expiré' });
  await expect(expired).toBeVisible();
  expect((await theirs.request.get('/api/v1/me')).status()).toBe(401);
  const [login] = await Promise.all([own.waitForEvent('page'), expired.getByRole('link', { name: 'Se reconnecter' }).click()]);
  await fillIn(login, username);
  await expect(login.getByRole('alert')).toBeVisible();
  await own.close();
});

test('all that a dispatcher has open goes to another one', async ({ page }) => {
  await logIn(page, 'admin');
  const api = apiOf(page);
  const leaving = await newPerson(api, 'DISPATCHER');
  const heir = await newPerson(api, 'DISPATCHER');
  const theirs = (title: string): Promise<Job> => jobOfDesk(api, title, { ownerId: leaving.id });
  const open = [await theirs('Vanne qui goutte'), await theirs('Thermostat muet')];
  const over = await step(api, await theirs('Fausse alerte'), 'CANCELLED', { reason: 'Le client a rappelé' });

  await page.goto('/administration/hand-over');
  await choose('De', leaving.displayName);
  await expect(page.getByText('Interventions en cours : 2')).toBeVisible();
  await choose('À', heir.displayName);
  await page.getByRole('button', { name: 'Tout transmettre' }).click();
  await expect(page.getByText('2 interventions transmises.')).toBeVisible();
  await expect(page.getByText('Interventions en cours : 0')).toBeVisible();

  const owner = async ({ id }: Job): Promise<string> => (await api.get<Job>(`/api/v1/interventions/${id}`)).ownerId;
  expect(await Promise.all(open.map(owner))).toEqual([heir.id, heir.id]);
  expect(await owner(over)).toBe(leaving.id);

  async function choose(label: string, name: string): Promise<void> {
    await page.getByRole('combobox', { name: label, exact: true }).fill(name);
    await page.getByRole('option', { name }).click();
  }
});

test('the dashboard counts what there is, and goes on counting', async ({ page }) => {
  await logIn(page, 'admin');
  const api = apiOf(page);
  const counts: Record<string, string> = {
    'En retard': 'overdue=true',
    'À planifier': 'category=OPEN',
    'Planifiées': 'category=PLANNED',
    'En cours': 'category=ACTIVE',
    'En attente': 'category=PAUSED',
    'À clôturer': 'category=RESOLVED',
  };
  const shown = (name: string, count: number): Promise<void> =>
    expect(page.getByRole('main').getByRole('link', { name: new RegExp(`^${count}\\s*${name}$`) })).toBeVisible();
  for (const [name, query] of Object.entries(counts)) {
    await shown(name, await counted(query));
  }

  const load = page.getByRole('region', { name: 'Charge par statut et urgence' });
  await load.getByText('Voir les chiffres').click();
  const row = load.getByRole('row', { name: /^Nouvelle/ });
  const before = await counted('status=NEW&urgency=HIGH');
  await expect(row.getByRole('cell').nth(2)).toHaveText(String(before));

  await jobOfDesk(api, 'Compteur bloqué', { urgency: 'HIGH' });
  await expect(row.getByRole('cell').nth(2)).toHaveText(String(before + 1));
  await shown('À planifier', await counted('category=OPEN'));

  /** How many the list has, page by page. */
  async function counted(query: string): Promise<number> {
    let count = 0;
    for (let cursor: string | null | undefined = ''; cursor !== null && cursor !== undefined; ) {
      const answer: Schemas['InterventionPage'] = await api.get(`/api/v1/interventions?${query}&limit=100${cursor && `&cursor=${cursor}`}`);
      count += answer.items.length;
      cursor = answer.nextCursor;
    }
    return count;
  }
});
