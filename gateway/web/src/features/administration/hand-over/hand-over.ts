import { api, data, etag } from '@/shared/api/client';
import { isPassing, isProblem } from '@/shared/api/problem';
import type { Category, ListedIntervention } from '@/shared/api/types';

/** What is not over yet. */
export const OPEN: Category[] = ['OPEN', 'PLANNED', 'ACTIVE', 'PAUSED', 'RESOLVED'];

export interface HandedOver {
  done: number;
  refused: { id: string; reference: string; error: unknown }[];
}

/** How often somebody else may be faster with the same intervention. */
const MAX_RACES = 3;

/**
 * One by one, so that each has its history and its event. It can be done again after a failure:
 * what was handed over is no longer among what is left.
 */
export async function handOverAll(owner: string, heir: string, tell: (sofar: HandedOver) => void): Promise<HandedOver> {
  const sofar: HandedOver = { done: 0, refused: [] };
  let cursor: string | null | undefined;
  do {
    const page = data(
      await api.GET('/api/v1/interventions', {
        params: { query: { ownerId: owner, category: OPEN, sort: 'createdAt', limit: 100, ...(cursor ? { cursor } : {}) } },
      }),
    );
    for (const intervention of page.items as ListedIntervention[]) {
      try {
        await handOver(intervention, heir);
        sofar.done++;
      } catch (error) {
        if (isPassing(error)) {
          throw error;
        }
        sofar.refused.push({ id: intervention.id, reference: intervention.reference, error });
      }
      tell({ ...sofar });
    }
    cursor = page.nextCursor;
  } while (cursor);
  return sofar;
}

async function handOver({ id, version: listed }: ListedIntervention, heir: string): Promise<void> {
  let version = listed;
  for (let race = 1; ; race++) {
    try {
      await api.PATCH('/api/v1/interventions/{id}', {
        params: { path: { id }, header: etag(version) },
        headers: { 'Content-Type': 'application/merge-patch+json' },
        body: { ownerId: heir },
      });
      return;
    } catch (error) {
      if (!isProblem(error, 'stale-version') || race === MAX_RACES) {
        throw error;
      }
      version = data(await api.GET('/api/v1/interventions/{id}', { params: { path: { id } } })).version;
    }
  }
}
