import dayjs from 'dayjs';
import 'dayjs/locale/fr.js';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { currentLanguage } from '@/shared/i18n/language';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The company works, and its appointments are meant, in this zone; wherever the reader is. */
export const ZONE = 'Europe/Paris';

type Form = Intl.DateTimeFormatOptions;

const cache = new Map<string, Intl.DateTimeFormat>();

function format(form: Form): Intl.DateTimeFormat {
  const locale = currentLanguage() === 'en' ? 'en-GB' : 'fr-FR';
  const key = locale + JSON.stringify(form);
  let known = cache.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...form });
    cache.set(key, known);
  }
  return known;
}

/** `jeu. 26 nov., 14:30` */
export function dateTime(instant: string | Date): string {
  return format({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

/** `jeudi 26 novembre` */
export function day(instant: string | Date): string {
  return format({ weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(instant));
}

/** `26/11/2026` */
export function date(instant: string | Date): string {
  return format({ day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(instant));
}

/** `14:30` */
export function time(instant: string | Date): string {
  return format({ hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

/** `jeu. 26 nov., 14:30 – 16:00`; the second day only when it is another. */
export function slot(start: string, end: string): string {
  return paris(start).isSame(paris(end), 'day') ? `${dateTime(start)} – ${time(end)}` : `${dateTime(start)} – ${dateTime(end)}`;
}

/** The wall clock in the company's zone, whose weeks begin on Monday. */
export function paris(instant: string | Date = new Date()): dayjs.Dayjs {
  return dayjs(instant).tz(ZONE).locale('fr');
}

/** `2026-11-26 14:30:00` on the wall, as the calendar components take it. */
export function toWall(instant: string | Date): string {
  return paris(instant).format('YYYY-MM-DD HH:mm:ss');
}

/** An RFC 3339 instant from what a calendar or a field says in the company's zone. */
export function fromWall(wall: string): string {
  return dayjs.tz(wall, ZONE).toISOString();
}

/** `il y a 5 minutes`, `dans 2 heures` */
export function relative(instant: string | Date, now: Date = new Date()): string {
  const seconds = Math.round((new Date(instant).getTime() - now.getTime()) / 1000);
  const relativeFormat = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' });
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) {
      return relativeFormat.format(Math.trunc(seconds / length), unit);
    }
  }
  return relativeFormat.format(0, 'minute');
}

/** `15 min`, `2 h 30`, `3 j` */
export function duration(minutes: number): string {
  const day = currentLanguage() === 'en' ? 'd' : 'j';
  if (minutes >= 1440 && minutes % 1440 === 0) {
    return `${minutes / 1440} ${day}`;
  }
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (hours === 0) {
    return `${rest} min`;
  }
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}
