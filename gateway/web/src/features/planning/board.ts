import type { ScheduleEventData } from '@mantine/schedule';
import type { PlannedSlot, Status, Urgency } from '@/shared/api/types';
import { fromWall, toWall } from '@/shared/time/time';

/** What stands behind an event of the calendar; nothing for a colleague's. */
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

/** The slot that would be in the way, other than the one that is moved. */
export function clash(
  slots: PlannedSlot[],
  technicianId: string,
  start: string,
  end: string,
  moved: string | undefined,
): PlannedSlot | undefined {
  return slots.find(
    (slot) =>
      slot.technicianId === technicianId &&
      // A colleague's has no id that could be ours.
      (slot.intervention === undefined || slot.intervention === null || slot.intervention.id !== moved) &&
      Date.parse(slot.start) < Date.parse(end) &&
      Date.parse(slot.end) > Date.parse(start),
  );
}

/** A time on the calendar's wall as an instant, so much later. */
export function later(wall: string, minutes: number): string {
  return new Date(Date.parse(fromWall(wall)) + minutes * 60_000).toISOString();
}
