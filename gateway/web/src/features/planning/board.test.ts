import { describe, expect, test } from 'vitest';
import type { PlannedSlot } from '@/shared/api/types';
import { clash } from '@/shared/planning/clash';
import { hoursOf, refusedStarts } from './board';

const AARON = '01900000-0000-7000-8000-000000000001';
const MINE = '01900000-0000-7000-8000-0000000000aa';

function slot(from: string, to: string, id?: string): PlannedSlot {
  const times = { technicianId: AARON, start: `2026-11-30T${from}:00Z`, end: `2026-11-30T${to}:00Z` };
  return (id ? { ...times, intervention: { id } } : times) as PlannedSlot;
}

describe('the hours that the board shows', () => {
  // In Paris it is an hour later.
  const hours = (...slots: PlannedSlot[]): string[] => Object.values(hoursOf(slots)).map((time) => time.slice(0, 5));
  const overnight = { technicianId: AARON, start: '2026-11-30T21:00:00Z', end: '2026-12-01T01:00:00Z' } as PlannedSlot;

  test('are those of the day, whatever is planned within them', () => {
    expect(hours()).toEqual(['07:00', '20:00']);
    expect(hours(slot('06:00', '19:00'))).toEqual(['07:00', '20:00']);
  });

  test('reach as far as somebody is booked, in the evening and at night', () => {
    expect(hours(slot('19:00', '20:15'))).toEqual(['07:00', '22:00']);
    expect(hours(slot('04:30', '06:00'))).toEqual(['05:00', '20:00']);
    expect(hours(slot('21:00', '22:30'))).toEqual(['07:00', '23:59']);
    expect(hours(overnight)).toEqual(['00:00', '23:59']);
    expect(hours(slot('20:00', '23:00'))).toEqual(['07:00', '23:59']);
  });
});

describe('where what is carried over the board may not begin', () => {
  const times = (slots: PlannedSlot[], minutes: number): [string, string][] =>
    refusedStarts(slots, { id: MINE, minutes }).map(({ start, end }) => [start.slice(11, 16), end.slice(11, 16)]);

  test('as long before an appointment as it takes itself, and until that ends', () => {
    expect(times([slot('11:00', '13:00')], 90)).toEqual([['09:30', '13:00']]);
  });

  test('its own place is free, and gaps that are too short are not', () => {
    expect(times([slot('14:00', '15:00', MINE), slot('15:30', '16:00'), slot('09:00', '10:00'), slot('10:45', '12:00')], 60)).toEqual([
      ['08:00', '12:00'],
      ['14:30', '16:00'],
    ]);
  });

  test('another’s appointments are in nobody else’s way', () => {
    const other = { ...slot('11:00', '12:00'), technicianId: '01900000-0000-7000-8000-000000000002' };
    expect(refusedStarts([slot('10:00', '11:00'), other], { id: MINE, minutes: 60 })).toHaveLength(2);
  });

  test('it says just what a drop would say', () => {
    const slots = [slot('09:00', '10:00'), slot('11:15', '12:00'), slot('11:30', '13:00')];
    for (let quarter = 0; quarter < 40; quarter++) {
      const start = new Date(Date.parse('2026-11-30T06:00:00Z') + quarter * 900_000).toISOString();
      const end = new Date(Date.parse(start) + 75 * 60_000).toISOString();
      const marked = refusedStarts(slots, { id: MINE, minutes: 75 }).some(
        (each) => Date.parse(each.start) < Date.parse(start) && Date.parse(start) < Date.parse(each.end),
      );
      expect(marked).toBe(clash(slots, AARON, start, end, MINE) !== undefined);
    }
  });
});
