import { z } from 'zod';
import type { ListFilter } from '@/shared/api/interventions';
import { CATEGORIES } from '@/shared/api/types';
import { COLUMN_NAMES } from './columns';

export const SORTS = ['-createdAt', 'createdAt', 'dueAt', '-dueAt', 'plannedStart', '-plannedStart'] as const;

const codes = z.array(z.string()).optional().catch(undefined);

/** What the address says of a list; what it says wrongly is passed over. */
export const filterSchema = z.object({
  q: z.string().optional().catch(undefined),
  status: codes,
  category: z.array(z.enum(CATEGORIES)).optional().catch(undefined),
  urgency: codes,
  technicianId: z.uuid().optional().catch(undefined),
  clientId: z.uuid().optional().catch(undefined),
  siteId: z.uuid().optional().catch(undefined),
  ownerId: z.uuid().optional().catch(undefined),
  from: z.iso.datetime().optional().catch(undefined),
  to: z.iso.datetime().optional().catch(undefined),
  overdue: z.boolean().optional().catch(undefined),
  sort: z.enum(SORTS).optional().catch(undefined),
  /** Not what is asked for, but what is shown of it. */
  columns: z.array(z.enum(COLUMN_NAMES)).optional().catch(undefined),
});

export type Filter = z.infer<typeof filterSchema>;

/** As the API is asked: nothing where nothing is asked for. */
export function query({ columns: _, ...filter }: Filter): ListFilter {
  const asked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(filter)) {
    if (Array.isArray(value) ? value.length > 0 : value) {
      asked[name] = value;
    }
  }
  if (filter.overdue && !filter.sort?.endsWith('dueAt')) {
    asked['sort'] = 'dueAt';
  }
  return asked;
}

export function isNarrowed(filter: Filter): boolean {
  return narrowings(filter) > 0;
}

/** How many things a list is narrowed by. */
export function narrowings(filter: Filter): number {
  return Object.keys(query(filter)).filter((name) => name !== 'sort').length;
}
