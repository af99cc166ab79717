import type { ListFilter } from '@/shared/api/interventions';

/** What is not over yet. */
export const CURRENT: ListFilter = { category: ['OPEN', 'PLANNED', 'ACTIVE', 'PAUSED', 'RESOLVED'], limit: 30 };
