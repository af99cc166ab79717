import type { Dayjs } from 'dayjs';
import { paris } from '@/shared/time/time';

export interface Taken {
  technicianId: string;
  start: string;
  end: string;
}

export interface FreeSlot {
  technicianId: string;
  start: string;
  end: string;
}

export const OPENING = 8;
export const CLOSING = 18;
const STEP = 15;
const HORIZON_DAYS = 14;

/** The first quarter of an hour from then on. */
function nextQuarter(from: Dayjs): Dayjs {
  const begun = from.subtract(1, 'millisecond');
  return begun.second(0).millisecond(0).add(STEP - (begun.minute() % STEP), 'minute');
}

/** The same, at which so much work still fits into a working day. */
function fitting(from: Dayjs, minutes: number): Dayjs {
  let start = nextQuarter(from);
  for (;;) {
    const weekend = start.day() === 0 || start.day() === 6;
    const late = start.add(minutes, 'minute').isAfter(start.hour(CLOSING).minute(0));
    if (weekend || late) {
      // From midnight on, or it would keep the clock of before a change to summer time or back.
      start = start.add(1, 'day').startOf('day').hour(OPENING);
    } else if (start.hour() < OPENING) {
      start = start.hour(OPENING).minute(0);
    } else {
      return start;
    }
  }
}

/**
 * When each technician is next free for so long, the earliest first: within working hours, for longer than which nobody is, or
 * at any time where that cannot wait.
 */
export function nextFreeSlots(technicians: string[], taken: Taken[], from: Date, minutes: number, atAnyTime = false): FreeSlot[] {
  if (minutes <= 0 || (minutes > (CLOSING - OPENING) * 60 && !atAnyTime)) {
    return [];
  }
  const next = (earliest: Dayjs): Dayjs => (atAnyTime ? nextQuarter(earliest) : fitting(earliest, minutes));
  const end = paris(from).add(HORIZON_DAYS, 'day');
  return technicians
    .flatMap((technicianId) => {
      const theirs = taken
        .filter((slot) => slot.technicianId === technicianId)
        .sort((one, other) => Date.parse(one.start) - Date.parse(other.start));
      let start = next(paris(from));
      while (start.isBefore(end)) {
        const stop = start.add(minutes, 'minute');
        const clash = theirs.find((slot) => Date.parse(slot.start) < stop.valueOf() && Date.parse(slot.end) > start.valueOf());
        if (!clash) {
          return [{ technicianId, start: start.toISOString(), end: stop.toISOString() }];
        }
        start = next(paris(clash.end));
      }
      return [];
    })
    .sort((one, other) => Date.parse(one.start) - Date.parse(other.start));
}
