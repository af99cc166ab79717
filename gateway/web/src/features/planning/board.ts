import type { ScheduleEventData } from '@mantine/schedule';
import type { PlannedSlot, Status, Urgency } from '@/shared/api/types';
import { fromWall, toWall } from '@/shared/time/time';

/** What stands behind an event of the calendar. */
export interface Payload {
  slot: PlannedSlot;
  /** Whether a step or a change may still move it: the API has the last word. */
  movable: boolean;
  [key: string]: unknown;
}

/** The planned slots as the calendar takes them: ours in the colour of their urgency, others' in grey. */
export function events(
  slots: PlannedSlot[],
  statuses: Map<string, Status>,
  urgencies: Map<string, Urgency>,
  busy: string,
): ScheduleEventData<Payload>[] {
  return slots.map((slot, place) => {
    const seen = slot.intervention;
    return {
      id: seen?.id ?? `busy-${place}`,
      title: seen ? `${seen.title} · ${seen.reference}` : busy,
      start: toWall(slot.start),
      end: toWall(slot.end),
      resourceId: slot.technicianId,
      color: seen ? (urgencies.get(seen.urgency)?.color ?? 'gray') : 'gray',
      variant: seen ? 'filled' : 'light',
      payload: { slot, movable: seen ? statuses.get(seen.status)?.category === 'PLANNED' : false },
    };
  });
}

/** The hours of a day that are always on the board, and where a day ends for the calendar. */
const DAYTIME = { startTime: '07:00:00', endTime: '20:00:00' };
const MIDNIGHT = '23:59:59';

/** Which hours of its days the board shows: the daytime, and whatever is planned before or after it. */
export function hoursOf(slots: PlannedSlot[]): { startTime: string; endTime: string } {
  let { startTime, endTime } = DAYTIME;
  for (const { start, end } of slots) {
    const [fromDay, from = ''] = toWall(start).split(' ');
    // The last moment of what ends at the full hour, or at midnight, is before it.
    const [toDay, to = ''] = toWall(new Date(Date.parse(end) - 1)).split(' ');
    const isOvernight = fromDay !== toDay;
    const begins = isOvernight ? '00:00:00' : `${from.slice(0, 2)}:00:00`;
    const hour = Number(to.slice(0, 2)) + 1;
    const ends = isOvernight || hour > 23 ? MIDNIGHT : `${String(hour).padStart(2, '0')}:00:00`;
    startTime = begins < startTime ? begins : startTime;
    endTime = ends > endTime ? ends : endTime;
  }
  return { startTime, endTime };
}

/** What is carried over the board: how long it takes, and which it is if it has a place there already. */
export interface Carried {
  id: string;
  minutes: number;
}

interface Stretch {
  technicianId: string;
  start: string;
  end: string;
}

/** When what is carried cannot begin: as long before each appointment as it takes itself, and until that ends. */
export function refusedStarts(slots: PlannedSlot[], { id, minutes }: Carried): Stretch[] {
  const stretches: Stretch[] = [];
  const others = slots
    .filter(({ intervention }) => intervention?.id !== id)
    .sort((one, other) => one.technicianId.localeCompare(other.technicianId) || Date.parse(one.start) - Date.parse(other.start));
  for (const { technicianId, start, end } of others) {
    const from = new Date(Date.parse(start) - minutes * 60_000).toISOString();
    const last = stretches.at(-1);
    if (last?.technicianId === technicianId && Date.parse(from) < Date.parse(last.end)) {
      last.end = Date.parse(end) > Date.parse(last.end) ? end : last.end;
    } else {
      stretches.push({ technicianId, start: from, end });
    }
  }
  return stretches;
}

/** Laid under the appointments while something is carried. */
export function refusedEvents(slots: PlannedSlot[], carried: Carried, title: string): ScheduleEventData[] {
  return refusedStarts(slots, carried).map(({ technicianId, start, end }, place) => ({
    id: `refused-${place}`,
    title,
    start: toWall(start),
    end: toWall(end),
    resourceId: technicianId,
    color: 'red',
    display: 'background',
    payload: { movable: false },
  }));
}

/** A time on the calendar's wall as an instant, so much later. */
export function later(wall: string, minutes: number): string {
  return new Date(Date.parse(fromWall(wall)) + minutes * 60_000).toISOString();
}
