import { expect, test } from 'vitest';
import type { ListedIntervention, Status, Transition } from '@/shared/api/types';
import { hasItsAppointment, minutesOf, waitingFilters, waitingStatuses } from './waiting';

function status(code: string, category: Status['category'], clock: Status['clock'] = 'RUN'): Status {
  return { code, label: code, category, clock, position: 1, active: true, color: '#000000', version: 1 };
}

function way(from: string | null, to: string, rest: Partial<Transition> = {}): Transition {
  return {
    id: `${from ?? ''}-${to}`,
    from,
    to,
    byDispatcher: true,
    byTechnician: false,
    needsReason: false,
    needsReport: false,
    needsTechnician: true,
    needsSlot: to === 'SCHEDULED',
    active: true,
    version: 1,
    ...rest,
  };
}

const STATUSES = [
  status('NEW', 'OPEN'),
  status('ASSIGNED', 'PLANNED'),
  status('SCHEDULED', 'PLANNED'),
  status('ON_HOLD', 'PAUSED', 'PAUSE'),
  status('UNRESOLVED', 'RESOLVED', 'STOP'),
  status('DONE', 'RESOLVED', 'STOP'),
];
const WAYS = [
  way(null, 'NEW'),
  way('NEW', 'ASSIGNED'),
  ...['NEW', 'ASSIGNED', 'ON_HOLD', 'UNRESOLVED'].map((from) => way(from, 'SCHEDULED')),
];

test('whatever a step leads to an appointment from waits for one', () => {
  expect(waitingStatuses(STATUSES, WAYS, 'DISPATCHER').map(({ code }) => code)).toEqual(['NEW', 'ASSIGNED', 'ON_HOLD', 'UNRESOLVED']);
});

test('a way that is retired, or not the dispatcher’s, leads nowhere', () => {
  const ways = [way('NEW', 'SCHEDULED', { active: false }), way('DONE', 'SCHEDULED', { byDispatcher: false })];
  expect(waitingStatuses(STATUSES, ways, 'DISPATCHER')).toEqual([]);
  expect(waitingStatuses(STATUSES, ways, 'ADMIN').map(({ code }) => code)).toEqual(['DONE']);
});

test('where the clock stands still there is no due time to sort by', () => {
  const filters = waitingFilters(waitingStatuses(STATUSES, WAYS, 'DISPATCHER'));
  expect(filters.map(({ status: codes, sort }) => [sort, codes])).toEqual([
    ['dueAt', ['NEW', 'ASSIGNED']],
    ['createdAt', ['ON_HOLD', 'UNRESOLVED']],
  ]);
  expect(waitingFilters([status('NEW', 'OPEN')])).toHaveLength(1);
});

test('what has its appointment waits no more; what is on hold does, for as long as before', () => {
  const slot = { plannedStart: '2026-11-30T08:00:00Z', plannedEnd: '2026-11-30T08:45:00Z' };
  const listed = (category: Status['category'], times = {}): ListedIntervention =>
    ({ status: { category }, ...times }) as ListedIntervention;
  expect(hasItsAppointment(listed('PLANNED', slot))).toBe(true);
  expect(hasItsAppointment(listed('PLANNED'))).toBe(false);
  expect(hasItsAppointment(listed('PAUSED', slot))).toBe(false);
  expect(minutesOf(slot)).toBe(45);
  expect(minutesOf({})).toBe(120);
});
