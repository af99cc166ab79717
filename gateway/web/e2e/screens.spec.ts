import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectReadable, settled } from './support/clean';
import { newPartner } from './support/partners';
import { apiOf, newPerson, someone } from './support/people';

const SCREENS: Record<string, string[]> = {
  standardiste1: ['/', '/interventions', '/interventions/new', '/interventions/:own', '/planning', '/clients', '/clients/:any'],
  intervenant1: ['/', '/interventions', '/interventions/:own', '/waiting'],
  client01: ['/', '/interventions', '/interventions/:own', '/planning'],
  admin: [
    ...['/', '/administration/technicians', '/administration/users', '/administration/lists'],
    ...['/administration/workflow', '/administration/hand-over', '/administration/audit'],
    ...['/administration/held-events', '/administration/partners', '/administration/partners/:partner'],
    '/administration/partners/:partner/webhooks/:webhook',
  ],
};

for (const [username, addresses] of Object.entries(SCREENS)) {
  test(`every screen of ${username} can be used by everybody, in light and dark, down to 320 px`, async ({ browser }) => {
    test.setTimeout(600_000);
    const page = await someone(browser, username);
    for (const address of addresses) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(await real(page, address));
      await settled(page);
      await expectAccessible(page, `${address} in light`);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page, `${address} in dark`);
      await page.setViewportSize({ width: 320, height: 640 });
      await settled(page);
      await expectAccessible(page, `${address} at 320 px, in dark`);
      await page.emulateMedia({ colorScheme: 'light' });
      await expectReadable(page, `${address} at 320 px, in light`);
    }
    await page.context().close();
  });
}

test('every page of the login can be used by everybody, in both languages, in light and dark, down to 320 px', async ({ browser }) => {
  const admin = await someone(browser, 'admin');
  const api = apiOf(admin);
  const person = await newPerson(api, 'DISPATCHER');
  const { link } = await api.post<{ link: string }>(`/api/v1/users/${person.id}/invitation`, {});
  await admin.context().close();
  for (const language of ['fr', 'en']) {
    const stranger = await (await browser.newContext()).newPage();
    const known = await someone(browser, 'standardiste1');
    for (const [page, address] of [
      [stranger, '/login'],
      [stranger, '/login?error'],
      [stranger, link],
      [stranger, '/activate?token=nothing'],
      [known, '/login'],
      [known, '/logout'],
    ] as const) {
      const what = `${address} in ${language}`;
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${language}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expectAccessible(page, `${what} in light`);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 320, height: 640 });
      await expectAccessible(page, `${what} at 320 px, in dark`);
    }
    await stranger.context().close();
    await known.context().close();
  }
});

async function real(page: Page, address: string): Promise<string> {
  const first = async (list: string): Promise<string> => (await apiOf(page).get<{ items: { id: string }[] }>(list)).items[0]?.id ?? '';
  if (address.includes(':partner')) {
    const { partner, webhook } = await newPartner(apiOf(page));
    return address.replace(':partner', partner.id).replace(':webhook', webhook.id);
  }
  return address
    .replace(':own', address.includes(':own') ? await first('/api/v1/interventions?limit=1') : '')
    .replace(':any', address.includes(':any') ? await first('/api/v1/clients?limit=1') : '');
}
