import { expect } from '@playwright/test';
import { expectListening } from '../keyboard';
import { nothing, photo, refused, silence, type Given, type State } from './state';

const ofOpen = ({ open }: Given): string => `/interventions/${open.id}`;
const ofPlanned = ({ planned }: Given): string => `/interventions/${planned.id}`;

const calls: State[] = [
  {
    name: 'a call with fields left out',
    at: '/interventions/new',
    open: async (page) => {
      await page.getByRole('button', { name: 'Créer l’intervention' }).click();
      await expect(page.getByLabel('Que se passe-t-il ?')).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'a call whose client is looked for',
    at: '/interventions/new',
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Client', exact: true }).fill('mairie');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'a call from a new client at a new site',
    at: '/interventions/new',
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Client', exact: true }).fill('Fournil neuf');
      await page.getByRole('option', { name: /Créer le client/ }).click();
      await page.getByRole('button', { name: 'Nouveau site' }).click();
      await page.getByRole('button', { name: 'Créer l’intervention' }).click();
      await expect(page.getByLabel('Code postal')).toHaveAttribute('aria-invalid', 'true');
    },
  },
];

const lists: State[] = [
  {
    name: 'a filter that is open, with what is chosen',
    at: '/interventions?category=%5B%22OPEN%22%2C%22PLANNED%22%5D',
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Statut' }).click();
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'the choice of a period',
    at: '/interventions',
    open: async (page) => {
      await page.getByRole('button', { name: 'Période' }).click();
      await expect(page.getByRole('button', { name: 'Mois précédent' })).toBeVisible();
    },
  },
  {
    name: 'the choice of columns',
    at: '/interventions',
    open: async (page) => {
      await page.getByRole('button', { name: 'Colonnes' }).click();
      await expect(page.getByRole('menuitemcheckbox').first()).toBeVisible();
    },
  },
  {
    name: 'a view that is named',
    at: '/interventions?overdue=true',
    open: async (page) => {
      await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
      await expect(page.getByLabel('Nom de la vue')).toBeVisible();
    },
  },
  {
    name: 'no result',
    at: '/interventions?q=%22zzzz%22',
    open: (page) => expect(page.getByText('Aucune intervention ne correspond.')).toBeVisible(),
  },
  {
    name: 'a list that is on its way',
    at: '/interventions',
    meanwhile: (page) => page.route('**/api/v1/interventions?*', silence),
    open: (page) => expect(page.getByRole('status').filter({ hasText: 'Chargement…' }).first()).toBeVisible(),
  },
  {
    name: 'a list that does not come',
    at: '/interventions',
    meanwhile: (page) => page.route('**/api/v1/interventions?*', refused(500, 'internal-error')),
    open: (page) => expect(page.getByRole('alert').getByRole('button', { name: 'Réessayer' })).toBeVisible(),
  },
  {
    name: 'a service in great demand (429)',
    at: '/interventions',
    meanwhile: (page) => page.route('**/api/v1/interventions?*', refused(429, 'too-many-requests', { 'Retry-After': '30' })),
    open: (page) => expect(page.getByText('Le service est très demandé.')).toBeVisible(),
  },
  {
    name: 'a service that is away for a moment (503)',
    at: '/clients',
    meanwhile: (page) => page.route('**/api/v1/clients?*', refused(503, 'temporarily-unavailable', { 'Retry-After': '30' })),
    open: (page) => expect(page.getByText('Le service est très demandé.')).toBeVisible(),
  },
  {
    name: 'no connection',
    at: '/clients',
    open: async (page) => {
      await page.context().setOffline(true);
      await expect(page.getByText('Hors connexion')).toBeVisible();
    },
  },
  {
    name: 'the menu of the account',
    at: '/clients',
    open: async (page) => {
      await page.getByRole('button', { name: 'Mon compte' }).click();
      await expect(page.getByRole('menuitem', { name: 'Se déconnecter', exact: true })).toBeVisible();
    },
  },
  {
    name: 'the help on shortcuts',
    at: '/clients',
    open: async (page) => {
      await expectListening(page);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Raccourcis clavier' })).toBeVisible();
    },
  },
  {
    name: 'a page that is not there',
    at: '/administration/users',
    open: (page) => expect(page.getByRole('heading', { name: 'Introuvable' })).toBeVisible(),
  },
];

const interventions: State[] = [
  {
    name: 'what can be changed of an intervention',
    at: ofPlanned,
    open: async (page) => {
      await page.getByRole('button', { name: 'Modifier', exact: true }).first().click();
      await expect(page.getByRole('menuitem').first()).toBeVisible();
    },
  },
  {
    name: 'details with a field left out',
    at: ofPlanned,
    open: async (page) => {
      await page.getByRole('button', { name: 'Modifier', exact: true }).first().click();
      await page.getByRole('menuitem', { name: 'Modifier la fiche' }).click();
      await page.getByLabel('Titre').fill('');
      await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
      await expect(page.getByLabel('Titre')).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'another time, with the calendar open',
    at: ofPlanned,
    open: async (page) => {
      await page.getByRole('button', { name: 'Modifier', exact: true }).first().click();
      await page.getByRole('menuitem', { name: 'Déplacer ou réaffecter' }).click();
      await page.getByRole('dialog').getByLabel('Début').click();
      await expect(page.getByRole('button', { name: 'Mois précédent' })).toBeVisible();
    },
  },
  {
    name: 'the cancelling, without a reason',
    at: ofPlanned,
    open: async (page) => {
      await page.getByRole('button', { name: 'Annuler l’intervention' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Annuler l’intervention' }).click();
      await expect(page.getByLabel('Motif')).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'the assigning, with the choice of technicians',
    at: ofOpen,
    open: async (page) => {
      await page.getByRole('button', { name: 'Affecter' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Affecter' }).click();
      await dialog.getByLabel('Intervenant').click();
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'an appointment at a time that is taken',
    at: ofOpen,
    meanwhile: (page) => page.route('**/transitions', refused(409, 'slot-taken')),
    open: async (page) => {
      await page.getByRole('button', { name: 'Planifier' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Intervenant').click();
      await page.getByRole('option').first().click();
      await dialog.getByRole('button', { name: 'Planifier' }).click();
      await expect(dialog.getByLabel('Réserver malgré tout')).toBeVisible();
    },
  },
  {
    name: 'the history',
    at: ofPlanned,
    open: async (page) => {
      await page.getByRole('tab', { name: 'Historique' }).click();
      await expect(page.getByRole('tabpanel').getByRole('listitem').first()).toBeVisible();
    },
  },
  {
    name: 'words for the client',
    at: ofPlanned,
    open: async (page) => {
      await page.getByText('Public', { exact: true }).first().click();
      await page.getByLabel('Écrire un commentaire').fill('Nous passons demain.');
      await page.getByRole('button', { name: 'Envoyer au client' }).click();
      await expect(page.getByRole('list', { name: 'Fil de l’intervention' }).getByText('Nous passons demain.')).toBeVisible();
    },
  },
  {
    name: 'the correction of a comment, emptied',
    at: ofPlanned,
    open: async (page) => {
      await page.getByRole('listitem').getByRole('button', { name: 'Modifier' }).first().click();
      await page.getByLabel('Modifier', { exact: true }).fill('');
      await expect(page.getByLabel('Modifier', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'a photo that was refused',
    at: ofPlanned,
    meanwhile: (page) => page.route('**/attachments', refused(422, 'unusable-image')),
    open: async (page) => {
      await page.locator('input[type=file]').first().setInputFiles(await photo(page));
      await expect(page.getByRole('alert').getByRole('button', { name: 'Abandonner' })).toBeVisible();
    },
  },
  {
    name: 'what waits to be sent',
    at: '/waiting',
    open: async (page) => {
      await expect(page.getByRole('main').getByRole('button', { name: 'Abandonner' })).toBeVisible();
    },
  },
  {
    name: 'a photo as large as it is',
    at: ofPlanned,
    open: async (page) => {
      await page.getByRole('alert').getByRole('button', { name: 'Réessayer' }).click();
      await page.getByRole('button', { name: 'Photo : agrandir' }).click();
      await expect(page.getByRole('dialog').getByRole('link', { name: 'Télécharger' })).toBeVisible();
    },
  },
];

const planning: State[] = [
  {
    name: 'a day of the planning',
    at: '/planning',
    open: async (page) => {
      await page.getByRole('tab', { name: 'Voir un jour' }).click();
      await expect(page.getByRole('button', { name: /^Créneau/ }).first()).toBeVisible();
    },
  },
  {
    name: 'an appointment that is made beside the planning',
    at: '/planning',
    open: async (page) => {
      await page.getByRole('listitem').getByRole('button', { name: /^Planifier/ }).first().click();
      await expect(page.getByRole('dialog').getByLabel('Début')).toBeVisible();
    },
  },
  {
    name: 'a planning with nothing left to plan',
    at: '/planning',
    meanwhile: (page) => page.route('**/api/v1/interventions?*', nothing),
    open: (page) => expect(page.getByText('Tout est planifié.')).toBeVisible(),
  },
  {
    name: 'a desk with nothing to do',
    at: '/',
    meanwhile: (page) => page.route('**/api/v1/interventions?*', nothing),
    open: (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
];

const clients: State[] = [
  {
    name: 'a new client without a name',
    at: '/clients',
    open: async (page) => {
      await page.getByRole('button', { name: 'Nouveau client' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
      await expect(page.getByRole('dialog').getByLabel('Nom')).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'no client found',
    at: '/clients',
    open: async (page) => {
      await page.getByRole('searchbox').fill('zzzz');
      await expect(page.getByText('Rien à afficher.')).toBeVisible();
    },
  },
  {
    name: 'a new site with fields left out',
    at: ({ open }) => `/clients/${open.clientId}`,
    open: async (page) => {
      await page.getByRole('button', { name: 'Nouveau site' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
      await expect(page.getByLabel('Code postal')).toHaveAttribute('aria-invalid', 'true');
    },
  },
];

const session: State[] = [
  {
    name: 'a session that is over',
    at: '/interventions',
    open: async (page) => {
      await page.context().clearCookies();
      await page.getByRole('searchbox').fill('chaudière');
      await expect(page.getByRole('dialog', { name: 'Votre session a expiré' })).toBeVisible();
    },
  },
];

export const DESK: State[] = [...lists, ...interventions, ...planning, ...clients, ...calls, ...session];
