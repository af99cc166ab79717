import type { ListFilter } from '@/shared/api/interventions';
import type { ListedIntervention, Role, Status, Transition } from '@/shared/api/types';

const MOST = 50;
const USUAL_MINUTES = 120;

/** From which statuses somebody may lead to an appointment; at the drop each intervention's own steps decide. */
export function waitingStatuses(statuses: Status[], transitions: Transition[], role: Role): Status[] {
  const category = new Map(statuses.map((status) => [status.code, status.category]));
  const from = new Set(
    transitions
      .filter(({ active, needsSlot, byDispatcher }) => active && needsSlot && (byDispatcher || role === 'ADMIN'))
      .filter(({ to }) => category.get(to) === 'PLANNED')
      .map((transition) => transition.from),
  );
  return statuses.filter(({ code }) => from.has(code));
}

/** What waits, as it is asked for: by its due time while the clock runs, and by its age where it stands still. */
export function waitingFilters(waiting: Status[]): ListFilter[] {
  const codes = (runs: boolean): string[] => waiting.filter(({ clock }) => (clock === 'RUN') === runs).map(({ code }) => code);
  const filters: ListFilter[] = [
    { status: codes(true), sort: 'dueAt', limit: MOST },
    { status: codes(false), sort: 'createdAt', limit: MOST },
  ];
  return filters.filter(({ status }) => status?.length);
}

/** Planned already: it waits for nothing but its time. */
export function hasItsAppointment({ status, plannedStart }: ListedIntervention): boolean {
  return status.category === 'PLANNED' && Boolean(plannedStart);
}

/** As long as it was planned before, else as long as most take. */
export function minutesOf({ plannedStart, plannedEnd }: Pick<ListedIntervention, 'plannedStart' | 'plannedEnd'>): number {
  return plannedStart && plannedEnd ? Math.round((Date.parse(plannedEnd) - Date.parse(plannedStart)) / 60_000) : USUAL_MINUTES;
}
