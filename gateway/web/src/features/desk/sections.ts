import type { ListFilter } from '@/shared/api/interventions';

export type SectionName = 'overdue' | 'incoming' | 'refused' | 'waiting' | 'done';

export const SHOWN = 6;

const OPEN: ListFilter = { category: ['OPEN'], sort: 'dueAt', limit: 50 };

/** What each part of the desk reads. */
export const SECTIONS: Record<SectionName, ListFilter> = {
  overdue: { overdue: true, sort: 'dueAt', limit: SHOWN + 1 },
  refused: OPEN,
  incoming: OPEN,
  done: { category: ['RESOLVED'], sort: 'createdAt', limit: SHOWN + 1 },
  waiting: { category: ['PAUSED'], sort: 'createdAt', limit: SHOWN + 1 },
};
