import { Buffer } from 'node:buffer';
import { expect, type Locator, test } from '@playwright/test';
import { logIn } from './support/people';

test('a table of clients shows its mistakes by line, and is written when there are none', async ({ page }) => {
  await logIn(page, 'admin', '/clients');
  const name = `Import ${Date.now().toString(36)}`;
  await page.getByRole('button', { name: 'Importer (CSV)' }).click();
  const dialog = page.getByRole('dialog');
  const choose = (...lines: string[]): Promise<void> => table(dialog, 'name;siteName;addressLine;postalCode;city', ...lines);

  await choose(`${name} A;Siège;1 rue des Lilas;69003;Lyon`, `${name} B;Atelier;;69003;Lyon`);
  await expect(dialog.getByText('1 ligne est à corriger')).toBeVisible();
  await expect(dialog.getByRole('table', { name: 'Erreurs par ligne' }).getByRole('row').nth(1)).toContainText('3');
  await expect(dialog.getByRole('button', { name: 'Importer', exact: true })).toBeDisabled();

  await choose(`${name} A;Siège;1 rue des Lilas;69003;Lyon`, `${name} B;Atelier;2 rue des Lilas;69003;Lyon`);
  await dialog.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('searchbox').fill(name);
  await expect(page.getByRole('link', { name: `${name} A` })).toBeVisible();
  await expect(page.getByRole('link', { name: `${name} B` })).toBeVisible();

  // It comes there with the events.
  await expect(async () => {
    await page.goto('/administration/audit');
    await expect(page.getByRole('link', { name: new RegExp(name) }).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
});

test('a table of technicians shows its mistakes by line, and is written when there are none', async ({ page }) => {
  await logIn(page, 'admin', '/administration/technicians');
  const name = `import-${Date.now().toString(36)}`;
  await page.getByRole('button', { name: 'Importer (CSV)' }).click();
  const dialog = page.getByRole('dialog');
  const choose = (...lines: string[]): Promise<void> => table(dialog, 'username;email;displayName;phone;skills', ...lines);
  const good = `${name}-a;${name}-a@demo.accordenergie.fr;Anne ${name};06 12 34 56 78;gaz, chauffage`;

  await choose(good, `${name}-b;nulle part;Bruno ${name};;gaz`, `${name}-a;${name}-c@demo.accordenergie.fr;Chloé ${name};;`);
  await expect(dialog.getByText('2 lignes sont à corriger')).toBeVisible();
  const mistakes = dialog.getByRole('table', { name: 'Erreurs par ligne' });
  await expect(mistakes.getByRole('row', { name: /^3 courriel/ })).toBeVisible();
  await expect(mistakes.getByRole('row', { name: /^4 identifiant/ })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Importer', exact: true })).toBeDisabled();

  await choose(good, `${name}-b;${name}-b@demo.accordenergie.fr;Bruno ${name};;gaz`);
  await dialog.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('searchbox').fill(name);
  await expect(page.getByRole('row', { name: new RegExp(`Anne ${name}.*chauffage`) })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(`Bruno ${name}`) })).toBeVisible();
});

/** Chooses a table of these lines. */
function table(dialog: Locator, ...lines: string[]): Promise<void> {
  return dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
}
