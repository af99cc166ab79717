import { Buffer } from 'node:buffer';
import { expect, test } from '@playwright/test';
import { logIn } from './support/people';

const HEADER = 'name;siteName;addressLine;postalCode;city';

test('a table of clients shows its mistakes by line, and is written when there are none', async ({ page }) => {
  await logIn(page, 'admin', '/clients');
  const name = `Import ${Date.now().toString(36)}`;
  await page.getByRole('button', { name: 'Importer (CSV)' }).click();
  const dialog = page.getByRole('dialog');
  const choose = (...lines: string[]): Promise<void> =>
    dialog.locator('input[type=file]').setInputFiles({
      name: 'clients.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([HEADER, ...lines].join('\r\n')),
    });

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

  await page.goto('/administration/audit');
  await expect(page.getByRole('link', { name: new RegExp(name) }).first()).toBeVisible();
});
