import { expect, type Page, test } from '@playwright/test';
import { expectListening } from './support/keyboard';
import { apiOf, logIn } from './support/people';

interface Listed {
  id: string;
  clientId: string;
  clientName: string;
  siteName: string;
  ownerName: string;
  status: { category: string };
}

const table = (page: Page) => page.getByRole('table', { name: 'Liste des interventions' });

test('the admin narrows the list by client, site, owner and stage', async ({ page }) => {
  await logIn(page, 'admin', '/interventions');
  const [model] = (await apiOf(page).get<{ items: Listed[] }>('/api/v1/interventions?category=CLOSED&limit=1')).items;
  if (!model) {
    throw new Error('The demo has no closed intervention.');
  }
  const choose = async (field: string, typed: string, asked: string): Promise<void> => {
    const input = page.getByRole('combobox', { name: field, exact: true });
    await input.click();
    await input.pressSequentially(typed);
    const read = page.waitForResponse((answer) => answer.url().includes('/api/v1/interventions?') && answer.url().includes(`${asked}=`));
    await page.getByRole('option', { name: typed }).first().click();
    // Only then does the next one build on it.
    await read;
  };
  await choose('Client', model.clientName, 'clientId');
  await choose('Site', model.siteName, 'siteId');
  await choose('Responsable', model.ownerName, 'ownerId');
  await choose('Étape', 'Clôturée', 'category');
  await expect(page).toHaveURL(/clientId.*category|category.*clientId/);
  for (const part of ['siteId', 'ownerId', 'CLOSED']) {
    await expect(page).toHaveURL(new RegExp(part));
  }
  await expect(table(page).getByRole('row').nth(1)).toContainText(model.clientName);

  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Client', exact: true })).toHaveValue(model.clientName);
  await expect(page.getByRole('combobox', { name: 'Site', exact: true })).toHaveValue(model.siteName);

  // Whoever looks at one of them comes back to the list as they left it.
  await table(page).getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/interventions\/[0-9a-f-]+$/);
  await page.getByRole('main').getByRole('link', { name: 'Interventions', exact: true }).click();
  await expect(page).toHaveURL(/siteId.*CLOSED|CLOSED.*siteId/);
  await expect(page.getByRole('combobox', { name: 'Client', exact: true })).toHaveValue(model.clientName);
});

test('the columns that somebody chose are there again, and a view has its own', async ({ page }) => {
  await logIn(page, 'standardiste1', '/interventions');
  const column = (name: string) => table(page).getByRole('columnheader', { name, exact: true });
  const show = async (name: string, shown: boolean): Promise<void> => {
    await page.getByRole('button', { name: 'Colonnes', exact: true }).click();
    const choice = page.getByRole('menuitemcheckbox', { name, exact: true });
    if ((await choice.isChecked()) !== shown) {
      const saved = page.waitForResponse((answer) => answer.url().endsWith('/me/views') && answer.request().method() === 'PUT');
      await choice.click();
      await saved;
    }
    await page.keyboard.press('Escape');
    await expect(column(name)).toHaveCount(shown ? 1 : 0);
  };
  await expect(column('Titre')).toBeVisible();
  await show('Créée', false);
  await show('Créée', true);

  await page.getByRole('switch', { name: 'En retard seulement' }).click();
  const name = `Colonnes ${Date.now().toString(36)}`;
  await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
  await page.getByLabel('Nom de la vue').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Nom de la vue')).toHaveCount(0);
  await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true');
  await show('Créée', false);

  await page.goto('/interventions');
  await expect(column('Titre')).toBeVisible();
  await expect(column('Créée')).toHaveCount(0);
  await page.getByRole('button', { name, exact: true }).click();
  await expect(column('Créée')).toBeVisible();
  await page.getByRole('button', { name: `Supprimer la vue ${name}` }).click();
  await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
});

test('j and k lead from line to line wherever the focus is, and type where somebody types', async ({ page }) => {
  await logIn(page, 'standardiste1', '/interventions');
  const line = (place: number) => table(page).getByRole('row').nth(place).getByRole('link');
  await expect(line(1)).toBeVisible();
  await expectListening(page);
  await page.keyboard.press('j');
  await expect(line(1)).toBeFocused();
  await page.keyboard.press('j');
  await expect(line(2)).toBeFocused();
  await page.keyboard.press('k');
  await expect(line(1)).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.type('jk');
  await expect(page.getByRole('searchbox')).toHaveValue('jk');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('whoever wants none has no key do anything by itself, until they want them again', async ({ page }) => {
  await logIn(page, 'standardiste1', '/interventions');
  const line = (place: number) => table(page).getByRole('row').nth(place).getByRole('link');
  const turn = async (state: 'Actifs' | 'Inactifs'): Promise<void> => {
    await page.getByRole('button', { name: 'Mon compte' }).click();
    const keys = page.getByRole('group', { name: 'Raccourcis d’une seule touche' });
    await keys.getByRole('menuitemradio', { name: state, exact: true }).click();
    await expect(keys.getByRole('menuitemradio', { name: state, exact: true })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(keys).toHaveCount(0);
  };
  await expect(line(1)).toBeVisible();
  await turn('Inactifs');
  await page.reload();
  await expect(line(1)).toBeVisible();
  for (const key of ['j', '/', '?', 'n']) {
    await page.keyboard.press(key);
  }

  // With a dialog open, or on another page, this would not be there.
  await turn('Actifs');
  await expect(page).toHaveURL(/\/interventions$/);
  await expectListening(page);
  await page.keyboard.press('j');
  await expect(line(1)).toBeFocused();
});
