import { expect, type Page, test } from '@playwright/test';
import type { components } from '../src/shared/api/schema';
import { expectAccessible, settled } from './support/clean';
import { ADDRESS } from './support/partners';
import { apiOf, logIn } from './support/people';

type Client = components['schemas']['Client'];

const SECRET = 'Secret (client_secret)';

test('a partner is taken on, told its secret once, sent its events, and suspended', async ({ page, request }) => {
  await logIn(page, 'admin', '/administration/partners');
  const [client] = (await apiOf(page).get<{ items: Client[] }>('/api/v1/clients?active=true&limit=1')).items;
  const name = `Chauffage du Rhône ${Date.now().toString(36)}`;

  await test.step('the admin creates it and says whose events it reads', async () => {
    await page.getByRole('button', { name: 'Nouveau partenaire' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Nom' }).fill(name);
    await dialog.getByRole('combobox', { name: 'Ajouter un client' }).fill(client?.name ?? '');
    await page.getByRole('option', { name: client?.name ?? '' }).first().click();
    await expect(dialog.getByRole('list', { name: 'Clients' })).toContainText(client?.name ?? '');
    await dialog.getByRole('button', { name: 'Créer' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    const rights = page.getByRole('region', { name: 'Ce qu’il peut lire' });
    await expect(rights.getByRole('link', { name: client?.name ?? '' })).toBeVisible();
    await expect(rights).toContainText('Tous les types');
  });

  const credentials = page.getByRole('region', { name: 'Identifiants' });

  await test.step('its secret is seen once, opens the door, and is gone after a reload', async () => {
    await credentials.getByRole('button', { name: 'Nouvel identifiant' }).click();
    await page.getByRole('button', { name: 'Créer l’identifiant' }).click();
    const dialog = page.getByRole('dialog');
    const secret = await dialog.getByLabel(SECRET, { exact: true }).inputValue();
    await expect(dialog).toContainText('n’est montré que maintenant');
    await expectAccessible(page, 'the secret');
    // Neither the key that closes others nor a click beside it takes it away.
    await page.keyboard.press('Escape');
    await expect(dialog).toBeVisible();
    const clientId = await dialog.getByRole('group', { name: 'Identifiant (client_id)' }).innerText();
    expect(await tokenStatus(page, request, clientId, secret)).toBe(200);
    await dialog.getByRole('button', { name: 'C’est copié, fermer' }).click();
    await page.reload();
    await settled(page);
    await expect(credentials.getByRole('row', { name: clientId })).toContainText('Valable');
    await expect(page.getByLabel(SECRET)).toHaveCount(0);
    expect(await page.content()).not.toContain(secret);

    await credentials.getByRole('button', { name: `Révoquer ${clientId}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Révoquer' }).click();
    await expect(credentials.getByRole('row', { name: clientId })).toContainText('Terminé');
    expect(await tokenStatus(page, request, clientId, secret)).toBe(401);
  });

  await test.step('a key of its own needs no secret, and nonsense is refused at its field', async () => {
    await credentials.getByRole('button', { name: 'Nouvel identifiant' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Clé du partenaire' }).check();
    const field = dialog.getByLabel('Clé publique (JSON Web Key)');
    await field.fill('{"kty": "EC", "crv": "P-256"}');
    await dialog.getByRole('button', { name: 'Créer l’identifiant' }).click();
    await expect(dialog).toContainText('Cette clé n’est pas acceptée');
    await field.fill(JSON.stringify(await publicKey(page)));
    await dialog.getByRole('button', { name: 'Créer l’identifiant' }).click();
    await expect(page.getByRole('dialog')).toContainText('le partenaire signe avec sa propre clé');
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click();
    await expect(credentials.getByRole('row', { name: /Clé du partenaire/ })).toContainText('Valable');
  });

  await test.step('its events are sent to an address outside, never to one inside', async () => {
    const webhooks = page.getByRole('region', { name: 'Webhooks' });
    await webhooks.getByRole('button', { name: 'Nouveau webhook' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Adresse' }).fill('https://10.0.0.1/');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(dialog).toContainText('joignable depuis l’internet public');
    await expect(dialog).toContainText('Cette adresse n’est pas possible');
    await dialog.getByRole('textbox', { name: 'Adresse' }).fill(ADDRESS);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByLabel('Secret de signature', { exact: true })).toHaveValue(/^whsec_/);
    await page.getByRole('button', { name: 'C’est copié, fermer' }).click();
    const webhook = webhooks.getByRole('article', { name: ADDRESS });
    await webhook.getByRole('button', { name: 'Mettre en pause' }).click();
    await expect(webhook).toContainText('En pause');
    await webhook.getByRole('button', { name: `Autres actions pour ${ADDRESS}` }).click();
    await page.getByRole('menuitem', { name: 'Envoyer un essai' }).click();
    await expect(page.getByText('Un essai part dès que le webhook est actif.')).toBeVisible();
    await webhook.getByRole('link', { name: `Envois vers ${ADDRESS}` }).click();
    await expect(page.getByRole('table', { name: 'Envois' }).getByRole('row', { name: /Essai/ })).toContainText('En attente');
    await page.getByRole('link', { name: `Retour à ${name}` }).click();
  });

  await test.step('what it has taken so far is said', async () => {
    const activity = page.getByRole('region', { name: 'Activité' });
    await expect(activity.getByRole('group', { name: 'Dernière lecture par HTTPS' })).toContainText('Jamais');
    await expect(activity.getByRole('group', { name: 'Flux' })).toContainText(/Dernier événement : n° \d+|Pas encore écrit/);
    await expect(activity.getByRole('group', { name: `Vers ${ADDRESS}` })).toContainText('en attente : 1 · aucun envoi réussi');
  });

  await test.step('it is suspended after the admin has read what that means', async () => {
    await page.getByRole('button', { name: 'Suspendre' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('moins de 60 secondes');
    await dialog.getByRole('button', { name: 'Suspendre' }).click();
    await expect(page.getByText('Ce partenaire est suspendu')).toBeVisible();
    await page.goto('/administration/partners');
    await page.getByRole('searchbox').fill(name);
    await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('Suspendu');
  });
});

test('what the services could not handle is on one page, beside the audit', async ({ page }) => {
  await logIn(page, 'admin');
  await page.getByRole('link', { name: 'Événements', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Événements retenus' })).toBeVisible();
  for (const service of ['Comptes et connexions', 'Personnes et partenaires', 'Interventions', 'Commentaires']) {
    const section = page.getByRole('region', { name: service });
    await expect(section.getByText(/Mis de côté : \d+/).first()).toBeVisible();
    await expect(section.getByText(/Manquants : \d+/).first()).toBeVisible();
  }
});

/** What the token endpoint answers to these credentials. */
async function tokenStatus(page: Page, request: Page['request'], clientId: string, secret: string): Promise<number> {
  const answer = await request.post(new URL('/oauth2/token', page.url()).href, {
    form: { grant_type: 'client_credentials', client_id: clientId, client_secret: secret },
  });
  return answer.status();
}

/** The public half of a key that was just made. */
function publicKey(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
    return { kty, crv, x, y };
  });
}
