import { expect, test } from '@playwright/test';
import type { components } from '../src/shared/api/schema';
import { type Api, apiOf, someone } from './support/people';

type Schemas = components['schemas'];

const DAY = 86_400_000;
const AT_ONCE = 10;

/** Where the demo's interventions stand before anybody has worked with them. */
const STANDING = {
  ...{ NEW: 12, ASSIGNED: 12, SCHEDULED: 24, EN_ROUTE: 4, IN_PROGRESS: 6, ON_HOLD: 10 },
  ...{ DONE: 14, UNRESOLVED: 8, CANCELLED: 24, CLOSED: 186 },
};

/** The company that README promises: its people, half a year of their work, and what was said about it. */
test('the demo is a company with half a year of work', async ({ browser }) => {
  const page = await someone(browser, 'admin');
  const api = apiOf(page);

  const users = await all<Schemas['User']>(api, '/api/v1/users');
  const clients = await all<Schemas['Client']>(api, '/api/v1/clients');
  const sites = await Promise.all(clients.map(({ id }) => all(api, `/api/v1/clients/${id}/sites`)));
  expect(countBy(users, ({ role }) => role)).toMatchObject({ ADMIN: 1, DISPATCHER: 3, TECHNICIAN: 12 });
  expect(await all(api, '/api/v1/technicians')).toHaveLength(12);
  expect(clients).toHaveLength(40);
  expect(sites.flat()).toHaveLength(60);

  const interventions = await all<Schemas['StaffIntervention']>(api, '/api/v1/interventions');
  expect(countBy(interventions, ({ status }) => status.code)).toEqual(STANDING);
  const ages = interventions.map(({ createdAt }) => (Date.now() - Date.parse(createdAt)) / DAY);
  expect(Math.max(...ages)).toBeGreaterThan(150);
  expect(Math.max(...ages)).toBeLessThan(190);

  const said = async ({ id }: Schemas['StaffIntervention']): Promise<number> => {
    const thread = await all<Schemas['StaffEntry']>(api, `/api/v1/interventions/${id}/comments`);
    return thread.filter(({ kind }) => kind === 'COMMENT').length;
  };
  let comments = 0;
  // They are loaded behind the interventions.
  await expect(async () => {
    comments = 0;
    for (let first = 0; first < interventions.length; first += AT_ONCE) {
      const counts = await Promise.all(interventions.slice(first, first + AT_ONCE).map(said));
      comments += counts.reduce((sum, count) => sum + count, 0);
    }
    expect(comments).toBeGreaterThan(850);
  }).toPass({ timeout: 120_000 });
  expect(comments).toBeLessThan(950);
  await page.context().close();
});

async function all<T>(api: Api, list: string): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null | undefined;
  do {
    const more: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page = await api.get<{ items: T[]; nextCursor?: string | null }>(`${list}?limit=100${more}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

function countBy<T>(items: T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  }
  return counts;
}
