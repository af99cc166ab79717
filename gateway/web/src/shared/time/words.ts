import { currentLanguage } from '@/shared/i18n/language';

/** The company works, and its appointments are meant, in this zone; wherever the reader is. */
export const ZONE = 'Europe/Paris';

type Form = Intl.DateTimeFormatOptions;

/** Each takes a telephone a millisecond to make, and a list needs it on every line. */
const cache = new Map<string, unknown>();

function kept<T>(key: string, make: () => T): T {
  if (!cache.has(key)) {
    cache.set(key, make());
  }
  return cache.get(key) as T;
}

function format(form: Form): Intl.DateTimeFormat {
  const locale = currentLanguage() === 'en' ? 'en-GB' : 'fr-FR';
  return kept(locale + JSON.stringify(form), () => new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...form }));
}

/** `jeu. 26 nov., 14:30`; with its year when that is not this one. */
export function dateTime(instant: string | Date): string {
  const year: Form = yearOf(instant) === yearOf(new Date()) ? {} : { year: 'numeric' };
  return format({ weekday: 'short', day: 'numeric', month: 'short', ...year, hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
}

/** `jeudi 26 novembre` */
export function day(instant: string | Date): string {
  return format({ weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(instant));
}

/** `26/11/2026` */
export function date(instant: string | Date): string {
  return format({ day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(instant));
}

/** `2026-11-26`, on the company's calendar */
export function calendarDay(instant: string | Date): string {
  return kept('calendar', () => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE })).format(new Date(instant));
}

function yearOf(instant: string | Date): string {
  return calendarDay(instant).slice(0, 4);
}

/** `14:30` */
export function time(instant: string | Date): string {
  return format({ hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

/** `jeu. 26 nov., 14:30 – 16:00`; the second day only when it is another. */
export function slot(start: string, end: string): string {
  return calendarDay(start) === calendarDay(end) ? `${dateTime(start)} – ${time(end)}` : `${dateTime(start)} – ${dateTime(end)}`;
}

/** `il y a 5 minutes`, `dans 2 heures` */
export function relative(instant: string | Date, now: Date = new Date()): string {
  const seconds = Math.round((new Date(instant).getTime() - now.getTime()) / 1000);
  const language = currentLanguage();
  const relativeFormat = kept(language, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
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
