import process from 'node:process';
import { type APIRequestContext, type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import type { components } from '../../src/shared/api/schema';

type Schemas = components['schemas'];

export const PASSWORD = process.env['ACCORD_PASSWORD'] ?? 'demo-accord-2026';

/** As wide as the telephones that technicians and clients hold. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** Logs in at the page where anybody would: the application asks, the login page answers. */
export async function logIn(page: Page, username: string, address = '/'): Promise<void> {
  await page.goto(address);
  await fillIn(page, username);
  try {
    await expect(page.getByRole('button', { name: 'Mon compte' })).toBeVisible();
  } catch (notIn) {
    throw new Error(`${username} is not in, but at ${page.url()}: ${await page.locator('body').innerText()}`, { cause: notIn });
  }
}

export async function fillIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('Identifiant').fill(username);
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

/** A browser of its own, with somebody logged in. */
export async function someone(browser: Browser, username: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await logIn(page, username);
  return page;
}

/** One of the demo's people, as the admin sees them. */
export async function find(admin: Api, username: string): Promise<Schemas['User']> {
  const { items } = await admin.get<{ items: Schemas['User'][] }>(`/api/v1/users?q=${username}`);
  const found = items.find((user) => user.username === username);
  if (!found) {
    throw new Error(`The demo knows no ${username}.`);
  }
  return found;
}

/** Somebody whom nobody has met yet: nothing to do, no appointment. */
export function newPerson(admin: Api, role: Schemas['User']['role']): Promise<Schemas['User']> {
  // A letter first: eight digits would be searched for as a telephone number.
  const username = `${role.toLowerCase()}-x${crypto.randomUUID().slice(0, 8)}`;
  return admin.post('/api/v1/users', {
    username,
    displayName: `Aaron ${username}`,
    email: `${username}@demo.accordenergie.fr`,
    role,
    skills: [],
  });
}

/** Chooses a password where the invitation leads. */
export async function accept(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Nouveau mot de passe').fill(PASSWORD);
  await page.getByLabel('Encore une fois').fill(PASSWORD);
  await page.getByRole('button').last().click();
}

/** What a logged-in page may ask the API, with its session. */
export function apiOf(page: Page): Api {
  return new Api(page.request, page);
}

export class Api {
  constructor(
    private readonly request: APIRequestContext,
    private readonly page: Page,
  ) {}

  async get<T>(path: string): Promise<T> {
    const answer = await this.request.get(path);
    expect(answer.status(), `GET ${path}`).toBe(200);
    return (await answer.json()) as T;
  }

  async post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
    const cookies = await this.page.context().cookies();
    const token = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
    const answer = await this.request.post(path, {
      data: body,
      headers: { 'X-XSRF-TOKEN': token, 'Idempotency-Key': crypto.randomUUID(), ...headers },
    });
    expect(answer.ok(), `POST ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }
}
