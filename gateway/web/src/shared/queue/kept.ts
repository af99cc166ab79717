const KEY = 'accord-unsent';

const listeners = new Set<() => void>();

/** From now on this device looks whether something waits to be sent when it starts. */
export function keepsUnsent(): void {
  localStorage.setItem(KEY, 'yes');
  listeners.forEach((tell) => tell());
}

/** Whether something was ever kept here; what looks after it is loaded on such devices only. */
export function doesKeepUnsent(): boolean {
  return localStorage.getItem(KEY) !== null;
}

/** How much of what somebody did here the API does not have yet; what cannot be read is not counted. */
export async function countUnsent(userId: string): Promise<number> {
  try {
    return (await (await import('./database')).operationsOf(userId)).length;
  } catch {
    return 0;
  }
}

/** Calls back when something is kept here. */
export function onUnsent(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
