import type { PlannedSlot } from '@/shared/api/types';

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
