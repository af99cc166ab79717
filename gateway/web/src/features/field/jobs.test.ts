import { describe, expect, test } from 'vitest';
import type { ListedIntervention } from '@/shared/api/types';
import { byDay } from './jobs';

function job(id: string, category: string, plannedStart: string | null): ListedIntervention {
  return { id, status: { category }, plannedStart } as ListedIntervention;
}

describe('a technician’s days', () => {
  test('come in order, after what is under way and before what has no appointment or waits', () => {
    const days = byDay([
      job('waits', 'PAUSED', '2026-11-25T08:00:00Z'),
      job('undated', 'PLANNED', null),
      job('later', 'PLANNED', '2026-12-01T08:00:00Z'),
      job('afternoon', 'PLANNED', '2026-11-30T14:00:00Z'),
      job('morning', 'PLANNED', '2026-11-30T08:00:00Z'),
      job('now', 'ACTIVE', null),
    ]);
    expect(days.map(({ day, jobs }) => [day, ...jobs.map(({ id }) => id)])).toEqual([
      ['under way', 'now'],
      ['2026-11-30', 'morning', 'afternoon'],
      ['2026-12-01', 'later'],
      ['undated', 'undated'],
      ['paused', 'waits'],
    ]);
  });
});
