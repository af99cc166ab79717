const KEY = 'accord-offline';

/** From now on this device reads back what it knew when it starts. */
export function worksOffline(): void {
  localStorage.setItem(KEY, 'yes');
}

export function doesWorkOffline(): boolean {
  return localStorage.getItem(KEY) !== null;
}

export function worksOfflineNoMore(): void {
  localStorage.removeItem(KEY);
}
