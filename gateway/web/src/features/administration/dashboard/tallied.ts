import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { duration } from '@/shared/time/words';
import { averageHours, share } from './statistics';

type Tally = components['schemas']['Tally'];

/** What was done of some interventions, and what they have in common. */
export interface Tallied {
  name: string;
  takeOver: Tally;
  resolve: Tally;
}

/** In a chart. */
type Point = Record<keyof Tallied, string | number | null>;

export const HOURS = { unit: ' h' };
export const PERCENT = { yAxisProps: { domain: [0, 100] as [number, number] }, unit: ' %' };
/** Whoever listens reads the table beside it. */
export const SEEN_ONLY = { accessibilityLayer: false };
/** As the bars stand, not by the letters. */
export const IN_ORDER = { itemSorter: null };
const TAKE_OVER = 'accord.7';
const RESOLVE = 'orange.8';

export function useSeries(): { name: string; label: string; color: string }[] {
  const { t } = useTranslation('administration');
  return [
    { name: 'takeOver', label: t('dashboard.takingOver'), color: TAKE_OVER },
    { name: 'resolve', label: t('dashboard.resolving'), color: RESOLVE },
  ];
}

export function shares({ name, takeOver, resolve }: Tallied): Point {
  return { name, takeOver: share(takeOver), resolve: share(resolve) };
}

export function hours({ name, takeOver, resolve }: Tallied): Point {
  return { name, takeOver: averageHours(takeOver), resolve: averageHours(resolve) };
}

export function tallyColumns(t: TFunction<'administration'>): string[] {
  return [t('dashboard.takeOverAverage'), t('dashboard.takeOver'), t('dashboard.resolveAverage'), t('dashboard.resolve')];
}

export function tallyCells({ takeOver, resolve }: Omit<Tallied, 'name'>): (string | null)[] {
  return [average(takeOver), inTime(takeOver), average(resolve), inTime(resolve)];
}

export function average({ averageMinutes }: { averageMinutes?: number | null }): string | null {
  return averageMinutes === null || averageMinutes === undefined ? null : duration(averageMinutes);
}

export function inTime(tally: { reached: number; inTime: number }): string | null {
  const value = share(tally);
  return value === null ? null : `${value} %`;
}
