import { expect, test } from '@playwright/test';
import { logIn } from './support/people';

test('a change that would break the workflow is refused, and says why', async ({ page }) => {
  await logIn(page, 'admin', '/administration/lists');
  const closed = page.getByRole('row', { name: /CLOSED/ });
  await closed.getByRole('button', { name: /Supprimer/ }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(closed).toBeVisible();
});

test('a list gets one more line, another colour, another place, and loses it again', async ({ page }) => {
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
  await theirs.goto(address);
  await theirs.getByLabel('Nouveau mot de passe').fill('un mot de passe bien long');
  await theirs.getByLabel('Encore une fois').fill('un mot de passe bien long');
  await theirs.getByRole('button').last().click();
  await theirs.goto('/');
  await theirs.getByLabel('Identifiant').fill(name);
  await theirs.getByLabel('Mot de passe', { exact: true }).fill('un mot de passe bien long');
  await theirs.getByRole('button', { name: 'Se connecter' }).click();
  await expect(theirs.getByRole('heading', { level: 1, name: 'À traiter' })).toBeVisible();
  await own.close();
});
