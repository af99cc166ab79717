import { expect, test } from 'vitest';
import type { ListedIntervention } from '@/shared/api/types';
import { COLUMNS } from './columns';
import { csv } from './export';

const title = COLUMNS.filter((column) => column.name === 'title');
const called = (heading: string): string => (heading === 'title' ? 'Titre' : heading);
const line = (text: string): ListedIntervention => ({ title: text }) as ListedIntervention;

test('what would be taken for a formula stays text', () => {
  const file = csv(title, called, [line('=2+3'), line('+33 4 72'), line('@nom'), line('-1')]);
  expect(file.split('\r\n').slice(1, 5)).toEqual(["'=2+3", "'+33 4 72", "'@nom", "'-1"]);
});

test('separators, quotes and line ends stay inside their cell', () => {
  expect(csv(title, called, [line('a;b "c"\nd')])).toBe('\uFEFFTitre\r\n"a;b ""c""\nd"\r\n');
});

test('times are written so that a spreadsheet can sort them, and a slot as its two ends', () => {
  const times = COLUMNS.filter(({ name }) => name === 'planned' || name === 'due' || name === 'created');
  const planned = {
    plannedStart: '2026-11-30T08:00:00Z',
    plannedEnd: '2026-11-30T10:30:00Z',
    dueAt: '2026-06-30T22:15:00Z',
    createdAt: '2025-12-31T23:30:00Z',
  } as ListedIntervention;
  const unplanned = { plannedStart: null, plannedEnd: null, dueAt: null, createdAt: '2025-12-31T23:30:00Z' } as ListedIntervention;
  expect(csv(times, called, [planned, unplanned]).trim().split('\r\n')).toEqual([
    'plannedStart;plannedEnd;due;created',
    '2026-11-30 09:00;2026-11-30 11:30;2026-07-01 00:15;2026-01-01 00:30',
    ';;;2026-01-01 00:30',
  ]);
});
