import { type BrowserContextOptions, expect, test } from '@playwright/test';
import { expectAccessible, expectNarrow, expectReadable } from './support/clean';
import { newPartner } from './support/partners';
import { apiOf, find, newPerson, PHONE, someone } from './support/people';
import { ADMINISTRATION } from './support/states/administration';
import { DESK } from './support/states/desk';
import { FIELD } from './support/states/field';
import { FOLLOW } from './support/states/follow';
import type { Given, State } from './support/states/state';
import { appointment, type Job, jobOfDesk, step } from './support/work';

const STATES: [string, State[], BrowserContextOptions][] = [
  ['standardiste1', DESK, {}],
  ['intervenant1', FIELD, PHONE],
  ['client01', FOLLOW, PHONE],
  ['admin', ADMINISTRATION, {}],
];

let given: Given;

test.beforeAll(async ({ browser }) => {
  const admin = await someone(browser, 'admin');
  const field = await someone(browser, 'intervenant1');
  const api = apiOf(admin);
  const person = await newPerson(api, 'TECHNICIAN');
  const { id: technicianId } = await find(api, 'intervenant1');
  const assigned = async (title: string): Promise<Job> => step(api, await jobOfDesk(api, title), 'ASSIGNED', { technicianId });
  given = {
    ...(await newPartner(api)),
    person,
    open: await jobOfDesk(api, 'Radiateur tiède'),
    planned: await step(api, await jobOfDesk(api, 'Entretien annuel'), 'SCHEDULED', { technicianId: person.id, ...appointment(3) }),
    cancelled: await step(api, await jobOfDesk(api, 'Fausse alerte'), 'CANCELLED', { reason: 'Le client a rappelé' }),
    assigned: await assigned('Chaudière bruyante'),
    begun: await step(apiOf(field), await assigned('Pompe à chaleur arrêtée'), 'IN_PROGRESS'),
    kept: await assigned('Fuite en sous-station'),
  };
  await admin.context().close();
  await field.context().close();
});

for (const [username, states, options] of STATES) {
  test(`what ${username} sees after a touch can be used by everybody, in light and dark`, async ({ browser }) => {
    test.setTimeout(400_000);
    // What fades in is not read before it is there.
    const page = await someone(browser, username, { ...options, reducedMotion: 'reduce' });
    for (const state of states) {
      await test.step(state.name, async () => {
        await page.emulateMedia({ colorScheme: 'light' });
        await state.meanwhile?.(page, given);
        await page.goto(typeof state.at === 'string' ? state.at : state.at(given));
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const missed = await state.open(page, given).then(() => '', String);
        // The others are looked at all the same.
        expect.soft(missed, state.name).toBe('');
        await expectAccessible(page, `${state.name} in light`);
        const size = page.viewportSize();
        await page.setViewportSize({ width: 320, height: 640 });
        await expectNarrow(page, `${state.name} at 320 px`);
        await page.setViewportSize(size ?? PHONE.viewport);
        await page.emulateMedia({ colorScheme: 'dark' });
        await expectReadable(page, `${state.name} in dark`);
        await page.unrouteAll({ behavior: 'ignoreErrors' });
        await page.context().setOffline(false);
      });
    }
    await page.context().close();
  });
}
