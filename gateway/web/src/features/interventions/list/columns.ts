import type { ListedIntervention } from '@/shared/api/types';
import { dateTime, slot, toWall } from '@/shared/time/time';

/** Texts of `fields.*`, in the order of the table. */
export const COLUMN_NAMES = [
  'reference', 'urgency', 'title', 'status', 'client', 'site', 'city', 'technician', 'planned', 'due', 'owner', 'created', 'updated',
] as const;

export type ColumnName = (typeof COLUMN_NAMES)[number];

type Text = (intervention: ListedIntervention) => string;

/** What stands in a file, under a text of `fields.*`. */
export interface Written {
  heading: ColumnName | 'plannedStart' | 'plannedEnd';
  text: Text;
}

export interface Column {
  name: ColumnName;
  width: number;
  /** As text, for the table's plain cells. */
  text: Text;
  /** Where it is not the same: what a spreadsheet can sort and reckon with. */
  written?: Written[];
  shownAtFirst: boolean;
}

export function written({ name, text, written: otherwise }: Column): Written[] {
  return otherwise ?? [{ heading: name, text }];
}

/** `2026-11-26 14:30`, on the company's clocks. */
function sortable(instant: string | null | undefined): string {
  return instant ? toWall(instant).slice(0, '2026-11-26 14:30'.length) : '';
}

export const COLUMNS: Column[] = [
  { name: 'reference', width: 150, text: (row) => row.reference, shownAtFirst: true },
  { name: 'urgency', width: 120, text: (row) => row.urgency.label, shownAtFirst: true },
  { name: 'title', width: 280, text: (row) => row.title, shownAtFirst: true },
  { name: 'status', width: 160, text: (row) => row.status.label, shownAtFirst: true },
  { name: 'client', width: 200, text: (row) => row.clientName ?? '', shownAtFirst: true },
  { name: 'site', width: 180, text: (row) => row.siteName ?? '', shownAtFirst: false },
  { name: 'city', width: 140, text: (row) => row.city ?? '', shownAtFirst: true },
  { name: 'technician', width: 170, text: (row) => row.technicianName ?? '', shownAtFirst: true },
  {
    name: 'planned',
    width: 260,
    text: (row) => (row.plannedStart && row.plannedEnd ? slot(row.plannedStart, row.plannedEnd) : ''),
    written: [
      { heading: 'plannedStart', text: (row) => sortable(row.plannedStart) },
      { heading: 'plannedEnd', text: (row) => sortable(row.plannedEnd) },
    ],
    shownAtFirst: true,
  },
  {
    name: 'due',
    width: 190,
    text: (row) => (row.dueAt ? dateTime(row.dueAt) : ''),
    written: [{ heading: 'due', text: (row) => sortable(row.dueAt) }],
    shownAtFirst: true,
  },
  { name: 'owner', width: 160, text: (row) => row.ownerName ?? '', shownAtFirst: false },
  {
    name: 'created',
    width: 190,
    text: (row) => dateTime(row.createdAt),
    written: [{ heading: 'created', text: (row) => sortable(row.createdAt) }],
    shownAtFirst: false,
  },
  {
    name: 'updated',
    width: 190,
    text: (row) => dateTime(row.updatedAt),
    written: [{ heading: 'updated', text: (row) => sortable(row.updatedAt) }],
    shownAtFirst: false,
  },
];

export const SHOWN_AT_FIRST: ColumnName[] = COLUMNS.filter((column) => column.shownAtFirst).map((column) => column.name);
