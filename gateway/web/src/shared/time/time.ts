import dayjs from 'dayjs';
import 'dayjs/locale/fr.js';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { ZONE } from './words';

export * from './words';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The wall clock in the company's zone, whose weeks begin on Monday. */
export function paris(instant: string | Date = new Date()): dayjs.Dayjs {
  return dayjs(instant).tz(ZONE).locale('fr');
}

/** `2026-11-26 14:30:00` on the wall, as the calendar components take it. */
export function toWall(instant: string | Date): string {
  return paris(instant).format('YYYY-MM-DD HH:mm:ss');
}

/** When a day, `2026-11-26`, begins in the company's zone. */
export function startOfDay(day: string): string {
  return fromWall(`${day} 00:00:00`);
}

/** When a day is over there and the next begins, which is not always 24 hours later. */
export function endOfDay(day: string): string {
  return startOfDay(new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10));
}

/** An RFC 3339 instant from what a calendar or a field says in the company's zone. */
export function fromWall(wall: string): string {
  return dayjs.tz(wall, ZONE).toISOString();
}
