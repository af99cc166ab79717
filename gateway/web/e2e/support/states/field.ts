import { expect } from '@playwright/test';
import { nothing, photo, refused, type Given, type State } from './state';

const ofBegun = ({ begun }: Given): string => `/interventions/${begun.id}`;

export const FIELD: State[] = [
  {
    name: 'a day without anything to do',
    at: '/',
    meanwhile: (page) => page.route('**/api/v1/interventions?*', nothing),
    // What the device knows from a moment ago is shown first, and not asked for again for a while.
    open: (page) =>
      expect(async () => {
        await page.reload();
        await expect(page.getByText('Rien de prévu.')).toBeVisible({ timeout: 2_000 });
      }).toPass(),
  },
  {
    name: 'the refusal, without a reason',
    at: ({ assigned }) => `/interventions/${assigned.id}`,
    open: async (page) => {
      await page.getByRole('button', { name: 'Refuser' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Refuser' }).click();
      await expect(page.getByLabel('Motif')).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'the holding, with its reason',
    at: ofBegun,
    open: async (page) => {
      await page.getByRole('button', { name: 'Mettre en attente' }).click();
      await page.getByLabel('Motif').fill('pièce commandée');
    },
  },
  {
    name: 'the report, with nothing in it',
    at: ofBegun,
    open: async (page) => {
      await page.getByRole('button', { name: 'Terminée' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Terminée' }).click();
      await expect(page.getByLabel('Compte rendu')).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'a signature without a name or a stroke',
    at: ofBegun,
    open: async (page) => {
      await page.getByRole('button', { name: 'Signature du client' }).click();
      await page.getByLabel('Nom du signataire').fill('');
      await page.getByRole('button', { name: 'Valider' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'the times, to be corrected',
    at: ofBegun,
    open: async (page) => {
      await page.getByRole('button', { name: 'Corriger les heures' }).click();
      await expect(page.getByRole('dialog', { name: 'Corriger les heures' }).getByLabel('Début réel')).toBeVisible();
    },
  },
  {
    name: 'what is kept while there is no network',
    at: ({ kept }) => `/interventions/${kept.id}`,
    meanwhile: (page) => page.route('**/attachments', (route) => route.abort()),
    open: async (page) => {
      await page.locator('input[type=file]').first().setInputFiles(await photo(page));
      await expect(page.getByText('Conservé sur cet appareil')).toHaveCount(1);
      await page.getByLabel('Écrire un commentaire').fill('Pompe grippée');
      await page.getByRole('button', { name: 'Noter en interne' }).click();
      await page.getByRole('button', { name: 'En route' }).click();
      await expect(page.getByText('Conservé sur cet appareil')).toHaveCount(3);
    },
  },
  {
    name: 'what waits, and what the desk has overtaken',
    at: '/waiting',
    meanwhile: async (page) => {
      await page.route('**/attachments', refused(422, 'unusable-image'));
      await page.route('**/transitions', refused(409, 'transition-not-allowed'));
    },
    open: (page) => expect(page.getByRole('alert').getByRole('button', { name: 'Abandonner' })).toHaveCount(2),
  },
  {
    name: 'nothing found of what is past',
    at: '/interventions',
    open: async (page) => {
      await page.getByRole('searchbox').fill('zzzz');
      await expect(page.getByText('Aucune intervention terminée.')).toBeVisible();
    },
  },
  {
    name: 'the menu of the account, on a telephone without network',
    at: '/',
    open: async (page) => {
      await page.context().setOffline(true);
      await page.getByRole('button', { name: 'Mon compte' }).click();
      await expect(page.getByRole('menuitem', { name: 'Se déconnecter', exact: true })).toBeVisible();
    },
  },
];
