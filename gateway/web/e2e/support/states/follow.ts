import { expect } from '@playwright/test';
import { nothing, photo, refused, type State } from './state';

export const FOLLOW: State[] = [
  {
    name: 'a client for whom nothing is done',
    at: '/',
    meanwhile: (page) => page.route('**/api/v1/interventions?*', nothing),
    open: (page) => expect(page.getByText('Aucune intervention en cours.')).toBeVisible(),
  },
  {
    name: 'an intervention that will not take place',
    at: ({ cancelled }) => `/interventions/${cancelled.id}`,
    open: (page) => expect(page.getByText('Cette intervention n’aura pas lieu.')).toBeVisible(),
  },
  {
    name: 'a comment that the service does not take',
    at: ({ planned }) => `/interventions/${planned.id}`,
    open: async (page) => {
      await page.route('**/comments', refused(500, 'internal-error'));
      await page.getByLabel('Écrire un commentaire').fill('Le gardien a les clés.');
      await page.getByRole('button', { name: 'Envoyer' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'a photo that waits',
    at: ({ planned }) => `/interventions/${planned.id}`,
    meanwhile: (page) => page.route('**/attachments', refused(503, 'temporarily-unavailable', { 'Retry-After': '30' })),
    open: async (page) => {
      await page.locator('input[type=file]').first().setInputFiles(await photo(page));
      await expect(page.getByText('Le serveur n’a pas pu l’enregistrer.')).toBeVisible();
    },
  },
];
