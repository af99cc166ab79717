import type { ListedIntervention } from '@/shared/api/types';
import { calendarDay } from '@/shared/time/words';

export interface DayOfJobs {
  /** `2026-11-26`; or `under way`, `undated`, `paused`. */
  day: string;
  jobs: ListedIntervention[];
}

/** What is under way, then day by day, then what has no appointment, then what waits for something. */
export function byDay(jobs: ListedIntervention[]): DayOfJobs[] {
  const days = new Map<string, ListedIntervention[]>([['under way', []]]);
  const last = new Map<string, ListedIntervention[]>([
    ['undated', []],
    ['paused', []],
  ]);
  const inOrder = [...jobs].sort((one, other) => (one.plannedStart ?? '').localeCompare(other.plannedStart ?? ''));
  for (const job of inOrder) {
    const day =
      job.status.category === 'ACTIVE'
        ? 'under way'
        : job.status.category === 'PAUSED'
          ? 'paused'
          : job.plannedStart
            ? calendarDay(job.plannedStart)
            : 'undated';
    const group = days.get(day) ?? last.get(day);
    if (group) {
      group.push(job);
    } else {
      days.set(day, [job]);
    }
  }
  return [...days, ...last].map(([day, all]) => ({ day, jobs: all })).filter((group) => group.jobs.length > 0);
}
