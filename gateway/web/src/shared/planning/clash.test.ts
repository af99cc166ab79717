import { describe, expect, test } from 'vitest';
import type { PlannedSlot } from '@/shared/api/types';
import { clash } from './clash';

const AARON = '01900000-0000-7000-8000-000000000001';
const MINE = '01900000-0000-7000-8000-0000000000aa';

function slot(from: string, to: string, id?: string): PlannedSlot {
  const times = { technicianId: AARON, start: `2026-11-30T${from}:00Z`, end: `2026-11-30T${to}:00Z` };
  return (id ? { ...times, intervention: { id } } : times) as PlannedSlot;
}

function clashOf(slots: PlannedSlot[], from: string, to: string, moved?: string): boolean {
  return clash(slots, AARON, `2026-11-30T${from}:00Z`, `2026-11-30T${to}:00Z`, moved) !== undefined;
}

describe('what is in the way of an appointment', () => {
  test('a colleague’s appointment is, for what is new as for what is moved', () => {
    expect(clashOf([slot('11:00', '13:00')], '10:30', '12:30')).toBe(true);
    expect(clashOf([slot('11:00', '13:00')], '10:30', '12:30', MINE)).toBe(true);
  });

  test('an intervention is not in its own way', () => {
    expect(clashOf([slot('11:00', '13:00', MINE)], '11:30', '13:30', MINE)).toBe(false);
  });

  test('one may begin when another ends', () => {
    expect(clashOf([slot('11:00', '13:00')], '13:00', '15:00')).toBe(false);
    expect(clashOf([slot('11:00', '13:00')], '09:00', '11:00')).toBe(false);
  });
});
