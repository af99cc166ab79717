import { expect, test } from '@playwright/test';
import { apiOf, PHONE, someone } from './support/people';
import type { Job } from './support/work';

/** What is done on one screen is seen on the others without anybody reloading. */
test('the life of one intervention, on four screens at once', async ({ browser }) => {
  test.setTimeout(420_000);
  const title = `Chaudière en panne ${Date.now().toString(36)}`;
  const desk = await someone(browser, 'standardiste1');
  const technician = await someone(browser, 'intervenant1', PHONE);
  const client = await someone(browser, 'client01', PHONE);
  const admin = await someone(browser, 'admin');
  const { clientName } = await apiOf(client).get<{ clientName: string }>('/api/v1/me');

  await test.step('the standardiste takes the call down', async () => {
    await desk.getByRole('link', { name: 'Nouvelle intervention' }).first().click();
    await desk.getByRole('combobox', { name: 'Client', exact: true }).fill(clientName);
    await desk.getByRole('option', { name: clientName }).first().click();
    const site = desk.getByRole('combobox', { name: 'Site', exact: true });
    await expect(site).toBeVisible();
    if ((await site.inputValue()) === '') {
      await site.click();
      await desk.getByRole('option').first().click();
    }
    await desk.getByLabel('Que se passe-t-il ?').fill(title);
    await desk.getByLabel('Détails').fill('Plus d’eau chaude depuis ce matin.');
    await desk.getByRole('button', { name: 'Créer l’intervention' }).click();
    await expect(desk.getByRole('heading', { level: 1, name: title })).toBeVisible();
  });
  const id = new URL(desk.url()).pathname.split('/').at(-1) ?? '';

  await test.step('the client sees the request at once', async () => {
    await client.getByRole('link', { name: title }).click();
    await expect(client.getByRole('list', { name: 'Avancement' })).toContainText('Demande enregistrée');
  });

  await test.step('the standardiste plans it; technician and client see when', async () => {
    await desk.getByRole('button', { name: 'Affecter' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Intervenant').click();
    const { displayName } = await apiOf(technician).get<{ displayName: string }>('/api/v1/me');
    await dialog.getByLabel('Intervenant').fill(displayName);
    await desk.getByRole('option', { name: displayName }).click();
    await dialog.getByRole('button', { name: 'Affecter' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(technician.getByRole('link', { name: title })).toBeVisible();
    await expect(client.getByRole('list', { name: 'Avancement' })).toContainText('Intervenant désigné');
  });

  await test.step('the admin looks on', async () => {
    await admin.goto(`/interventions/${id}`);
    await expect(admin.getByRole('heading', { level: 1, name: title })).toBeVisible();
  });

  await test.step('the technician goes, and everybody sees it', async () => {
    await technician.getByRole('link', { name: title }).click();
    await technician.getByRole('button', { name: 'En route' }).click();
    await expect(client.getByRole('list', { name: 'Avancement' })).toContainText('Intervenant en route');
    await expect(desk.getByText('En route').first()).toBeVisible();
    await technician.getByRole('button', { name: 'En cours' }).click();
    await expect(client.getByRole('list', { name: 'Avancement' })).toContainText('Intervention en cours');
  });

  await test.step('a word for colleagues stays with colleagues', async () => {
    await technician.getByLabel('Écrire un commentaire').fill('Vanne 3 voies à commander');
    await technician.getByRole('button', { name: 'Noter en interne' }).click();
    await expect(desk.getByText('Vanne 3 voies à commander')).toBeVisible();
    await client.getByLabel('Écrire un commentaire').fill('Le gardien a les clés.');
    await client.getByRole('button', { name: 'Envoyer' }).click();
    await expect(desk.getByText('Le gardien a les clés.')).toBeVisible();
    await expect(technician.getByText('Le gardien a les clés.')).toBeVisible();
    await expect(client.getByText('Vanne 3 voies à commander')).toHaveCount(0);
  });

  await test.step('it waits for a part, goes on, and is reported', async () => {
    await technician.getByRole('button', { name: 'Mettre en attente' }).click();
    await technician.getByLabel('Motif').fill('pièce commandée');
    await technician.getByRole('dialog').getByRole('button', { name: 'Mettre en attente' }).click();
    await expect(client.getByRole('list', { name: 'Avancement' })).toContainText('pièce commandée');
    await technician.getByRole('button', { name: 'Reprendre' }).click();
    await technician.getByRole('button', { name: 'Terminée' }).click();
    const report = technician.getByRole('dialog');
    await report.getByLabel('Compte rendu').fill('Vanne remplacée, installation remise en service.');
    await report.getByRole('button', { name: 'Terminée' }).click();
    await expect(client.getByText('Vanne remplacée, installation remise en service.')).toBeVisible();
    await expect(client.getByRole('link', { name: 'Bon d’intervention (PDF)' })).toBeVisible();
  });

  await test.step('the standardiste closes, the admin reopens', async () => {
    await desk.getByRole('button', { name: 'Clôturer' }).click();
    await expect(client.getByRole('list', { name: 'Avancement' })).toContainText('Clôturée');
    await admin.getByRole('button', { name: 'Rouvrir' }).click();
    await admin.getByLabel('Motif').fill('Fuite revenue');
    await admin.getByRole('dialog').getByRole('button', { name: 'Rouvrir' }).click();
    await expect(desk.getByText('Nouvelle', { exact: true }).first()).toBeVisible();
    await expect(client.getByRole('list', { name: 'Avancement' })).toContainText('Demande enregistrée');
  });

  const told = await apiOf(desk).get<Job>(`/api/v1/interventions/${id}`);
  expect(told.status.code).toBe('NEW');
  for (const page of [desk, technician, client, admin]) {
    await page.context().close();
  }
});
