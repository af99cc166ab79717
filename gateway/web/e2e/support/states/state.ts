import type { Page, Route } from '@playwright/test';
import type { components } from '../../../src/shared/api/schema';
import type { newPartner } from '../partners';
import type { Job } from '../work';

/** What there is to open. */
export interface Given extends Awaited<ReturnType<typeof newPartner>> {
  /** A technician whom nobody has invited yet. */
  person: components['schemas']['User'];
  /** Of the desk's, not planned. */
  open: Job;
  /** Of the desk's, with an appointment. */
  planned: Job;
  cancelled: Job;
  /** In the hands of the technician who looks, not begun. */
  assigned: Job;
  /** The same, under way. */
  begun: Job;
  /** The same, for what waits on the device. */
  kept: Job;
}

/** Something that a screen shows only after somebody has done something, or while something is wrong. */
export interface State {
  name: string;
  at: string | ((given: Given) => string);
  /** Before the page is there: what the API is made to answer. */
  meanwhile?: (page: Page, given: Given) => Promise<unknown>;
  /** Until it is there. */
  open: (page: Page, given: Given) => Promise<void>;
}

/** Answers a list with nothing. */
export const nothing = (route: Route): Promise<void> => route.fulfill({ json: { items: [], nextCursor: null } });

/** Never answers. */
export const silence = (): Promise<void> => Promise.resolve();

/** Refuses, as the API does. */
export const refused = (status: number, problem: string, headers: Record<string, string> = {}) => (route: Route): Promise<void> =>
  route.fulfill({
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
    body: JSON.stringify({ type: `urn:accord:problem:${problem}`, title: 'Refused', status }),
  });

/** A picture of what is on the screen, as a file that was chosen. */
export async function photo(page: Page): Promise<{ name: string; mimeType: string; buffer: Awaited<ReturnType<Page['screenshot']>> }> {
  return { name: 'photo.png', mimeType: 'image/png', buffer: await page.screenshot() };
}
