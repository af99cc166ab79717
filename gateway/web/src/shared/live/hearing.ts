import type { QueryClient } from '@tanstack/react-query';
import { followChanges } from './live';

const listeners = new Set<() => void>();
let live = false;
let following = false;

/** Hears of every change from now on: to be called before the first list is read, so that none is missed in between. */
export function goLive(queries: QueryClient): void {
  if (!following) {
    following = true;
    followChanges(queries, (now) => {
      live = now;
      listeners.forEach((tell) => tell());
    });
  }
}

export function isLive(): boolean {
  return live;
}

export function onLive(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
