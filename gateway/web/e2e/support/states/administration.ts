import { Buffer } from 'node:buffer';
import { expect, type Page } from '@playwright/test';
import { type Given, nothing, type State } from './state';

const LISTS = '/administration/lists';
const USERS = '/administration/users';
const WORKFLOW = '/administration/workflow';
const ofPartner = ({ partner }: Given): string => `/administration/partners/${partner.id}`;
const ofWebhook = ({ partner, webhook }: Given): string => `${ofPartner({ partner } as Given)}/webhooks/${webhook.id}`;

/** Sends a dialog as it is, and waits until it says what is wrong. */
async function sendEmpty(page: Page, button: string, field: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await expect(dialog.getByLabel(field)).toHaveAttribute('aria-invalid', 'true');
}

const lists: State[] = [
  {
    name: 'a new status with fields left out',
    at: LISTS,
    open: async (page) => {
      await page.getByRole('button', { name: 'Créer' }).click();
      await sendEmpty(page, 'Enregistrer', 'Libellé français');
    },
  },
  {
    name: 'the choice of a colour',
    at: LISTS,
    open: async (page) => {
      await page.getByRole('button', { name: /^Modifier/ }).first().click();
      await page.getByRole('dialog').getByLabel('Couleur').click();
      await expect(page.getByRole('slider').first()).toBeVisible();
    },
  },
  {
    name: 'the choice of a category',
    at: LISTS,
    open: async (page) => {
      await page.getByRole('button', { name: /^Modifier/ }).first().click();
      await page.getByRole('dialog').getByLabel('Catégorie').click();
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'a change that would break the workflow',
    at: LISTS,
    open: async (page) => {
      await page.getByRole('row', { name: /CLOSED/ }).getByRole('button', { name: /Supprimer/ }).click();
      await expect(page.getByRole('alert').first()).toBeVisible();
    },
  },
  {
    name: 'a new urgency with fields left out',
    at: LISTS,
    open: async (page) => {
      await page.getByRole('tab', { name: 'Urgences' }).click();
      await page.getByRole('button', { name: 'Créer' }).click();
      await sendEmpty(page, 'Enregistrer', 'Libellé français');
    },
  },
  {
    name: 'a new way without its end',
    at: WORKFLOW,
    open: async (page) => {
      await page.getByRole('button', { name: 'Nouvel enchaînement' }).click();
      await sendEmpty(page, 'Enregistrer', 'À');
    },
  },
  {
    name: 'a way that is changed',
    at: WORKFLOW,
    open: async (page) => {
      await page.getByRole('table').getByRole('button', { name: /modifier/ }).first().click();
      await expect(page.getByRole('dialog', { name: 'Enchaînement' })).toBeVisible();
    },
  },
];

const people: State[] = [
  {
    name: 'somebody new, with fields left out',
    at: USERS,
    open: async (page) => {
      await page.getByRole('button', { name: 'Nouvel utilisateur' }).click();
      await sendEmpty(page, 'Enregistrer', 'Courriel');
    },
  },
  {
    name: 'an invitation',
    at: USERS,
    open: async (page, { person }) => {
      await page.getByRole('searchbox').fill(person.username);
      await page.getByRole('button', { name: `Modifier ${person.displayName}` }).click();
      await page.getByRole('button', { name: 'Créer un lien d’invitation' }).click();
      await expect(page.getByLabel('Lien à transmettre')).toBeVisible();
    },
  },
  {
    name: 'the choice of a role',
    at: USERS,
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Rôle' }).click();
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'nobody found',
    at: USERS,
    open: async (page) => {
      await page.getByRole('searchbox').fill('zzzz');
      await expect(page.getByText('Rien à afficher.')).toBeVisible();
    },
  },
  {
    name: 'a technician with skills',
    at: '/administration/technicians',
    open: async (page, { person }) => {
      await page.getByRole('searchbox').fill(person.username);
      await page.getByRole('button', { name: `Modifier ${person.displayName}` }).click();
      await page.getByRole('dialog').getByLabel('Compétences').fill('gaz');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog').getByText('gaz')).toBeVisible();
    },
  },
  {
    name: 'a table with mistakes, by line',
    at: '/administration/technicians',
    open: async (page) => {
      await page.getByRole('button', { name: 'Importer (CSV)' }).click();
      const lines = ['username;email;displayName;phone;skills', 'a b;nulle part;Anne;;gaz', 'c;c@d.fr;;;'];
      await page
        .getByRole('dialog')
        .locator('input[type=file]')
        .setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
      await expect(page.getByRole('table', { name: 'Erreurs par ligne' })).toBeVisible();
    },
  },
  {
    name: 'a handing over that is prepared',
    at: '/administration/hand-over',
    open: async (page) => {
      await page.getByRole('combobox', { name: 'De', exact: true }).click();
      await page.getByRole('option').first().click();
      await expect(page.getByText(/Interventions en cours : \d+/)).toBeVisible();
      await page.getByRole('combobox', { name: 'À', exact: true }).click();
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
];

const overview: State[] = [
  {
    name: 'the figures behind a picture',
    at: '/',
    open: async (page) => {
      await page.getByText('Voir les chiffres').first().click();
      await expect(page.getByRole('table').first()).toBeVisible();
    },
  },
  {
    name: 'a period of the audit',
    at: '/administration/audit',
    open: async (page) => {
      await page.getByRole('button', { name: 'Période' }).click();
      await expect(page.getByRole('button', { name: 'Mois précédent' })).toBeVisible();
    },
  },
  {
    name: 'an audit without entries',
    at: '/administration/audit',
    meanwhile: (page) => page.route('**/api/v1/audit?*', nothing),
    open: (page) => expect(page.getByText('Rien à afficher.')).toBeVisible(),
  },
  {
    name: 'an event that is set aside',
    at: '/administration/held-events',
    meanwhile: (page) =>
      page.route('**/api/v1/consumers/*/parked?*', (route) =>
        route.fulfill({
          json: {
            items: [
              {
                ...{ id: 1, queue: 'accord.comment.interventions', state: 'PARKED', attempts: 5, parkedAt: new Date().toISOString() },
                ...{ reason: 'It cannot be read.', body: '{"type":"com.accordenergie.intervention.created.v1"}', size: 51 },
              },
            ],
            nextCursor: null,
          },
        }),
      ),
    open: async (page) => {
      await page.getByRole('button', { name: /^Voir/ }).first().click();
      await expect(page.getByRole('dialog').getByRole('button', { name: 'Abandonner' })).toBeVisible();
    },
  },
];

const partners: State[] = [
  {
    name: 'a new partner without a name',
    at: '/administration/partners',
    open: async (page) => {
      await page.getByRole('button', { name: 'Nouveau partenaire' }).click();
      await sendEmpty(page, 'Créer', 'Nom');
    },
  },
  {
    name: 'the types that a partner reads',
    at: ofPartner,
    open: async (page) => {
      await page.getByRole('button', { name: 'Modifier', exact: true }).click();
      await page.getByRole('dialog').getByRole('combobox', { name: 'Types d’événements' }).click();
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'a credential of which the key is wrong',
    at: ofPartner,
    open: async (page) => {
      await page.getByRole('button', { name: 'Nouvel identifiant' }).click();
      await page.getByRole('radio', { name: 'Clé du partenaire' }).check();
      await page.getByLabel('Clé publique').fill('rien');
      await page.getByRole('button', { name: 'Créer l’identifiant' }).click();
      await expect(page.getByLabel('Clé publique')).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'the renewal of a credential',
    at: ofPartner,
    open: async (page) => {
      await page.getByRole('button', { name: /^Renouveler/ }).first().click();
      await page.getByRole('dialog').getByLabel('L’ancien sert encore').click();
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'the revoking of a credential',
    at: ofPartner,
    open: async (page) => {
      await page.getByRole('button', { name: /^Révoquer/ }).first().click();
      await expect(page.getByRole('dialog', { name: 'Révoquer cet identifiant ?' })).toBeVisible();
    },
  },
  {
    name: 'a new webhook without an address',
    at: ofPartner,
    open: async (page) => {
      await page.getByRole('button', { name: 'Nouveau webhook' }).click();
      await sendEmpty(page, 'Enregistrer', 'Adresse');
    },
  },
  {
    name: 'what can be done about a webhook',
    at: ofPartner,
    open: async (page) => {
      await page.getByRole('button', { name: /^Autres actions/ }).click();
      await expect(page.getByRole('menuitem', { name: 'Supprimer' })).toBeVisible();
    },
  },
  {
    name: 'the removal of a webhook',
    at: ofPartner,
    open: async (page) => {
      await page.getByRole('button', { name: /^Autres actions/ }).click();
      await page.getByRole('menuitem', { name: 'Supprimer' }).click();
      await expect(page.getByRole('dialog', { name: 'Supprimer ce webhook ?' })).toBeVisible();
    },
  },
  {
    name: 'the suspending of a partner',
    at: ofPartner,
    open: async (page) => {
      await page.getByRole('button', { name: 'Suspendre' }).click();
      await expect(page.getByRole('dialog').getByText('moins de 60 secondes')).toBeVisible();
    },
  },
  {
    name: 'the retiring of a partner',
    at: ofPartner,
    open: async (page) => {
      await page.getByRole('button', { name: 'Retirer', exact: true }).click();
      await expect(page.getByRole('dialog').getByRole('button', { name: 'Retirer' })).toBeVisible();
    },
  },
  {
    name: 'the sending again of a span, with its calendar',
    at: ofWebhook,
    open: async (page) => {
      await page.getByRole('button', { name: 'Renvoyer une période' }).click();
      await page.getByRole('dialog').getByRole('button', { name: /^De/ }).click();
      await expect(page.getByRole('button', { name: 'Mois précédent' })).toBeVisible();
    },
  },
];

export const ADMINISTRATION: State[] = [...lists, ...people, ...overview, ...partners];
