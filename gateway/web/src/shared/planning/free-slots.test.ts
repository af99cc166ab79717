import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paris } from '@/shared/time/time';
import { CLOSING, nextFreeSlots, OPENING, type Taken } from './free-slots';

const MONDAY = new Date('2026-11-30T07:00:00Z'); // 8:00 in Paris

const taken = fc.array(
  fc.record({
    technicianId: fc.constantFrom('paul', 'nadia', 'hugo'),
    start: fc.integer({ min: 0, max: 14 * 24 * 12 }),
    cells: fc.integer({ min: 1, max: 60 }),
  }),
  { maxLength: 60 },
).map((slots): Taken[] =>
  slots.map(({ technicianId, start, cells }) => ({
    technicianId,
    start: new Date(MONDAY.getTime() + start * 300_000).toISOString(),
    end: new Date(MONDAY.getTime() + (start + cells) * 300_000).toISOString(),
  })),
);

test('what is proposed is free, within working hours, and as long as asked for', () => {
  fc.assert(
    fc.property(taken, fc.integer({ min: 1, max: 8 }), (slots, quarters) => {
      const minutes = quarters * 60;
      for (const free of nextFreeSlots(['paul', 'nadia', 'hugo'], slots, MONDAY, minutes)) {
        const start = paris(free.start);
        const end = paris(free.end);
        expect(end.diff(start, 'minute')).toBe(minutes);
        expect(start.hour()).toBeGreaterThanOrEqual(OPENING);
        expect(end.isAfter(start.hour(CLOSING).minute(0))).toBe(false);
        expect([0, 6]).not.toContain(start.day());
        const clashes = slots.filter(
          (slot) => slot.technicianId === free.technicianId && slot.start < free.end && slot.end > free.start,
        );
        expect(clashes).toEqual([]);
      }
    }),
  );
});

test('the earliest comes first, and a free morning is offered at once', () => {
  const busy: Taken[] = [{ technicianId: 'paul', start: '2026-11-30T07:00:00Z', end: '2026-11-30T09:00:00Z' }];
  expect(nextFreeSlots(['paul', 'nadia'], busy, MONDAY, 120)).toEqual([
    { technicianId: 'nadia', start: '2026-11-30T07:00:00.000Z', end: '2026-11-30T09:00:00.000Z' },
    { technicianId: 'paul', start: '2026-11-30T09:00:00.000Z', end: '2026-11-30T11:00:00.000Z' },
  ]);
});

test('Friday evening leads to Monday morning', () => {
  const [free] = nextFreeSlots(['paul'], [], new Date('2026-11-27T16:30:00Z'), 60);
  expect(free?.start).toBe('2026-11-30T07:00:00.000Z');
});

test('the day after a change of the clocks begins at the same hour', () => {
  const saturday = new Date('2026-10-24T10:00:00Z');
  const [proposed] = nextFreeSlots(['paul'], [], saturday, 60);
  expect(proposed?.start).toBe('2026-10-26T07:00:00.000Z');
});

test('nobody is free for longer than a working day, nor for no time at all', () => {
  expect(nextFreeSlots(['paul'], [], MONDAY, 600)).toHaveLength(1);
  expect(nextFreeSlots(['paul'], [], MONDAY, 615)).toEqual([]);
  expect(nextFreeSlots(['paul'], [], MONDAY, 0)).toEqual([]);
});

test('what cannot wait is offered on a Friday evening, from the next quarter of an hour on', () => {
  const evening = new Date('2026-11-27T18:02:00Z');
  const busy: Taken[] = [{ technicianId: 'paul', start: '2026-11-27T17:00:00Z', end: '2026-11-27T18:40:00Z' }];
  expect(nextFreeSlots(['paul', 'nadia'], busy, evening, 60, true)).toEqual([
    { technicianId: 'nadia', start: '2026-11-27T18:15:00.000Z', end: '2026-11-27T19:15:00.000Z' },
    { technicianId: 'paul', start: '2026-11-27T18:45:00.000Z', end: '2026-11-27T19:45:00.000Z' },
  ]);
});
