import { useSyncExternalStore } from 'react';
import { calendarDay, relative } from './words';

const STEP = 30_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function moveOn(): void {
  now = Date.now();
  listeners.forEach((tell) => tell());
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(moveOn, STEP);
    // In a page that nobody sees the clock stands still.
    document.addEventListener('visibilitychange', moveOn);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
      document.removeEventListener('visibilitychange', moveOn);
    }
  };
}

/** The time of day in milliseconds, as screens need it: it moves on by half a minute. */
export function useNow(): number {
  return useSyncExternalStore(listen, () => now);
}

/** `il y a 5 minutes`, as time goes on; only new words are a reason to draw again. */
export function useRelative(instant: string): string {
  return useSyncExternalStore(listen, () => relative(instant, new Date(now)));
}

/** `2026-11-26`, until it is tomorrow. */
export function useToday(): string {
  return useSyncExternalStore(listen, () => calendarDay(new Date(now)));
}
