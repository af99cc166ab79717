import { expect, test } from '@playwright/test';
import type { components } from '../src/shared/api/schema';
import { apiOf, fillIn, logIn, PHONE, someone } from './support/people';
import { jobOfDesk, newJob, step } from './support/work';

type Schemas = components['schemas'];

test('nobody sees anything before they have logged in, and then what they asked for', async ({ page }) => {
  const ways: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/session/login')) {
      ways.push(request.url());
    }
  });
  await page.goto('/planning');
  await expect(page.getByLabel('Identifiant')).toBeVisible();
  expect(ways, 'the login was asked for once').toHaveLength(1);
  await fillIn(page, 'standardiste1');
  await expect(page).toHaveURL(/\/planning$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Planning' })).toBeVisible();
});

test('the browser holds no token that a script could read', async ({ page, context }) => {
  await logIn(page, 'client01');
  const kept = await page.evaluate(() => ({
    cookies: document.cookie,
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
  }));
  expect(kept.cookies.split('; ').map((cookie) => cookie.split('=')[0])).toEqual(['XSRF-TOKEN']);
  expect(kept.local + kept.session).not.toMatch(/eyJ/);
  const cookies = await context.cookies();
  for (const { name, httpOnly, sameSite } of cookies.filter((cookie) => cookie.name !== 'XSRF-TOKEN')) {
    expect({ name, httpOnly, sameSite }).toEqual({ name, httpOnly: true, sameSite: 'Lax' });
  }
});

test('whoever logs out is out, on the login page too', async ({ page, context }) => {
  await logIn(page, 'standardiste2');
  const before = await context.cookies();
  await page.getByRole('button', { name: 'Mon compte' }).click();
  await page.getByRole('menuitem', { name: 'Se déconnecter', exact: true }).click();
  await expect(page.getByLabel('Identifiant')).toBeVisible();
  await page.goto('/interventions');
  await expect(page.getByLabel('Identifiant')).toBeVisible();
  // Not even with the cookies of before, brought back by hand.
  await context.clearCookies();
  await context.addCookies(before.filter(({ name }) => name !== 'accord-login'));
  await expect.poll(async () => (await page.request.get('/api/v1/me')).status(), { timeout: 20_000 }).toBe(401);
});

test('a session that ends does not end what is being written', async ({ page, context }) => {
  await logIn(page, 'standardiste1', '/interventions/new');
  await page.getByLabel('Que se passe-t-il ?').fill('Fuite au sous-sol');
  await context.clearCookies();
  await page.getByRole('combobox', { name: 'Client', exact: true }).fill('mairie');
  const expired = page.getByRole('dialog', { name: 'Votre session a expiré' });
  await expect(expired).toBeVisible();
  const [login] = await Promise.all([context.waitForEvent('page'), expired.getByRole('link', { name: 'Se reconnecter' }).click()]);
  await fillIn(login, 'standardiste1');
  await expect(expired).toHaveCount(0);
  await expect(page.getByLabel('Que se passe-t-il ?')).toHaveValue('Fuite au sous-sol');
});

test('what waits on a telephone is sent in nobody else’s name, whoever logs in there meanwhile', async ({ browser }) => {
  const admin = await someone(browser, 'admin');
  const phone = await someone(browser, 'intervenant1', PHONE);
  const context = phone.context();
  const api = apiOf(admin);
  const author = await apiOf(phone).get<Schemas['Me']>('/api/v1/me');
  const job = await step(api, await jobOfDesk(api, `Sous-sol ${Date.now().toString(36)}`), 'ASSIGNED', { technicianId: author.id });
  const words = 'Vanne d’arrêt grippée';
  const authors = async (): Promise<(string | null | undefined)[]> => {
    const thread = await api.get<{ items: Schemas['StaffEntry'][] }>(`/api/v1/interventions/${job.id}/comments?limit=100`);
    return thread.items.flatMap((entry) => ('body' in entry && entry.body === words ? [entry.author.name] : []));
  };

  await test.step('somebody writes without network, and their session ends', async () => {
    await phone.goto(`/interventions/${job.id}`);
    await expect(phone.getByRole('button', { name: 'En route' })).toBeVisible();
    await context.setOffline(true);
    await phone.getByLabel('Écrire un commentaire').fill(words);
    await phone.getByRole('button', { name: 'Noter en interne' }).click();
    await expect(phone.getByText('Conservé sur cet appareil')).toBeVisible();
    // As it is when a session runs out: what belongs to the browser and not to the session stays.
    await context.clearCookies({ name: /^(?!XSRF-TOKEN$)/ });
    await context.setOffline(false);
  });

  await test.step('a colleague logs in on the same telephone', async () => {
    const expired = phone.getByRole('dialog', { name: 'Votre session a expiré' });
    await expect(expired).toBeVisible();
    const [login] = await Promise.all([context.waitForEvent('page'), expired.getByRole('link', { name: 'Se reconnecter' }).click()]);
    await fillIn(login, 'intervenant2');
    // The page has become theirs, for whom this intervention does not exist.
    await expect(phone.getByRole('heading', { name: 'Introuvable' })).toBeVisible();
    await expect(phone.getByText(words)).toHaveCount(0);
    await phone.goto('/waiting');
    await expect(phone.getByText('Tout est envoyé.')).toBeVisible();
    expect((await apiOf(phone).get<Schemas['Me']>('/api/v1/me')).id).not.toBe(author.id);
    expect(await authors()).toEqual([]);
    await phone.getByRole('button', { name: 'Mon compte' }).click();
    await phone.getByRole('menuitem', { name: 'Se déconnecter', exact: true }).click();
    await expect(phone.getByLabel('Identifiant')).toBeVisible();
    expect(await authors()).toEqual([]);
  });

  await test.step('whoever wrote it is back, and it arrives as theirs', async () => {
    await fillIn(phone, 'intervenant1');
    await expect.poll(authors, { timeout: 60_000 }).toEqual([author.displayName]);
    await phone.goto('/waiting');
    await expect(phone.getByText('Tout est envoyé.')).toBeVisible();
  });
  for (const page of [admin, phone]) {
    await page.context().close();
  }
});

test('what is not theirs does not exist, however they ask for it', async ({ browser }) => {
  const desk = await someone(browser, 'standardiste1');
  const client = await someone(browser, 'client01');
  const other = await someone(browser, 'client02');
  const job = await newJob(apiOf(desk), 'Contrôle annuel', await apiOf(client).get('/api/v1/me'));
  for (const address of [`/interventions/${job.id}`, '/administration/users', '/planning', '/clients']) {
    await other.goto(address);
    await expect(other.getByRole('heading', { name: 'Introuvable' })).toBeVisible();
    await expect(other.getByText('Contrôle annuel')).toHaveCount(0);
  }
  expect((await other.request.get(`/api/v1/interventions/${job.id}`)).status()).toBe(404);
  for (const page of [desk, client, other]) {
    await page.context().close();
  }
});
