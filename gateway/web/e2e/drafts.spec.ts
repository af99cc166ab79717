import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/clean';
import { apiOf, logIn, PHONE, someone } from './support/people';
import { newJob, step } from './support/work';

test('what is written in a dialog is there after Escape, a click beside it and a reload, until it is sent', async ({ browser, page }) => {
  await logIn(page, 'standardiste1');
  const client = await someone(browser, 'client01');
  const api = apiOf(page);
  const job = await newJob(api, `Chaufferie ${Date.now().toString(36)}`, await apiOf(client).get('/api/v1/me'));
  await page.goto(`/interventions/${job.id}`);

  await openDetails(page);
  await page.getByLabel('Description').fill('Bruit de pompe, depuis hier');
  await kept(page, 'Bruit de pompe, depuis hier');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openDetails(page);
  await expect(page.getByLabel('Description')).toHaveValue('Bruit de pompe, depuis hier');
  await expect(page.getByText('votre saisie est revenue')).toBeVisible();
  await expectAccessible(page, 'a form that holds earlier words');

  await page.reload();
  await openDetails(page);
  await expect(page.getByLabel('Description')).toHaveValue('Bruit de pompe, depuis hier');
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Bruit de pompe, depuis hier')).toBeVisible();
  await openDetails(page);
  await expect(page.getByLabel('Description')).toHaveValue('Bruit de pompe, depuis hier');
  await expect(page.getByText('votre saisie est revenue')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Annuler l’intervention' }).click();
  await page.getByLabel('Motif').fill('Le client a réparé lui-même');
  await kept(page, 'Le client a réparé lui-même');
  await page.mouse.click(5, 400);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: 'Annuler l’intervention' }).click();
  await expect(page.getByLabel('Motif')).toHaveValue('Le client a réparé lui-même');
  await page.getByRole('button', { name: 'Repartir de zéro' }).click();
  await expect(page.getByLabel('Motif')).toHaveValue('');
  await page.keyboard.press('Escape');

  await page.getByLabel('Écrire un commentaire').fill('Rappeler lundi');
  await page.getByRole('button', { name: 'Noter en interne' }).click();
  await page.getByRole('listitem').getByRole('button', { name: 'Modifier' }).click();
  await page.getByLabel('Modifier', { exact: true }).fill('Rappeler mardi');
  await kept(page, 'Rappeler mardi');
  await page.reload();
  await expect(page.getByLabel('Modifier', { exact: true })).toHaveValue('Rappeler mardi');
  await page.getByRole('listitem').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Rappeler mardi')).toBeVisible();
  await client.context().close();
});

test('what an administrator has begun waits for them', async ({ page }) => {
  await logIn(page, 'admin', '/administration/lists');
  await page.getByRole('button', { name: 'Créer' }).click();
  await page.getByLabel('Code').fill('DRAFTED');
  await page.getByLabel('Libellé français').fill('À moitié écrit');
  await kept(page, 'À moitié écrit');
  await page.reload();
  await page.getByRole('button', { name: 'Créer' }).click();
  await expect(page.getByLabel('Libellé français')).toHaveValue('À moitié écrit');
  await page.getByRole('button', { name: 'Repartir de zéro' }).click();
  await expect(page.getByLabel('Code')).toHaveValue('');
});

test('a signature that was begun is finished after the browser went away', async ({ browser }) => {
  const desk = await someone(browser, 'standardiste1');
  const client = await someone(browser, 'client01');
  const phone = await someone(browser, 'intervenant1', PHONE);
  const { id: technicianId } = await apiOf(phone).get<{ id: string }>('/api/v1/me');
  const api = apiOf(desk);
  const job = await newJob(api, `Brûleur ${Date.now().toString(36)}`, await apiOf(client).get('/api/v1/me'));
  await step(api, job, 'ASSIGNED', { technicianId });
  await phone.goto(`/interventions/${job.id}`);

  await phone.getByRole('button', { name: 'Signature du client' }).click();
  await phone.getByLabel('Nom du signataire').fill('Mme Renaud');
  await draw(phone, 0.3);
  await draw(phone, 0.6);
  const drawn = await ink(phone);
  await kept(phone, 'Mme Renaud');
  await phone.reload();
  await phone.getByRole('button', { name: 'Signature du client' }).click();
  await expect(phone.getByLabel('Nom du signataire')).toHaveValue('Mme Renaud');
  // Drawn anew, an edge may come out a little lighter.
  await expect(async () => expect(Math.abs((await ink(phone)) - drawn)).toBeLessThan(drawn / 50)).toPass();
  await phone.getByRole('button', { name: 'Valider' }).click();
  await expect(phone.getByText('Signature de Mme Renaud')).toBeVisible();
  for (const page of [phone, desk, client]) {
    await page.context().close();
  }
});

async function openDetails(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Modifier', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Modifier la fiche' }).click();
}

/** Until the device has stored these words, which takes it a moment. */
async function kept(page: Page, words: string): Promise<void> {
  const find = (text: string): Promise<boolean> =>
    new Promise((found) => {
      const opening = indexedDB.open('accord-drafts');
      opening.onsuccess = () => {
        const drafts = opening.result.transaction('drafts').objectStore('drafts').getAll();
        drafts.onsuccess = () => {
          opening.result.close();
          found(JSON.stringify(drafts.result).includes(text));
        };
      };
    });
  await expect.poll(() => page.evaluate(find, words)).toBe(true);
}

/** A stroke across the sheet, at a part of its height. */
async function draw(page: Page, height: number): Promise<void> {
  const box = await page.getByRole('img', { name: 'Signer ici' }).boundingBox();
  if (!box) {
    throw new Error('There is nothing to sign on.');
  }
  const y = box.y + box.height * height;
  await page.mouse.move(box.x + 40, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, y - 30, { steps: 5 });
  await page.mouse.move(box.x + box.width - 40, y, { steps: 5 });
  await page.mouse.up();
}

/** How many points of the sheet are dark. */
function ink(page: Page): Promise<number> {
  return page.getByRole('img', { name: 'Signer ici' }).evaluate((sheet: HTMLCanvasElement) => {
    const { data } = sheet.getContext('2d')?.getImageData(0, 0, sheet.width, sheet.height) ?? { data: [] };
    let dark = 0;
    for (let place = 0; place < data.length; place += 4) {
      dark += (data[place] ?? 255) < 128 ? 1 : 0;
    }
    return dark;
  });
}
