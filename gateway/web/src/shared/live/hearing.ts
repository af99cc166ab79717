import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '@/shared/api/types';
import { followChanges } from './live';

const listeners = new Set<() => void>();
const eventListeners = new Set<(event: LiveEvent) => void>();
let live = false;
let following = false;

/** Hears of every change from now on: to be called before the first list is read, so that none is missed in between. */
export function goLive(queries: QueryClient): void {
  if (!following) {
    following = true;
    followChanges(
      queries,
      (now) => {
        live = now;
        listeners.forEach((tell) => tell());
      },
      (event) => eventListeners.forEach((tell) => tell(event)),
    );
  }
}

export function isLive(): boolean {
  return live;
}

export function onLive(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls back with each change as it is told, beside what it refreshes. */
export function onEvent(listener: (event: LiveEvent) => void): () => void {
  eventListeners.add(listener);
  return () => eventListeners.delete(listener);
}
