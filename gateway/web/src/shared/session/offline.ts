const KEY = 'accord-offline';
const ASKED = 'accord-persistence-asked';

/** From now on this device reads back what it knew when it starts, and throws nothing of it away to make room. */
export function worksOffline(): void {
  localStorage.setItem(KEY, 'yes');
  // Some browsers ask whoever is there: once is enough.
  if (localStorage.getItem(ASKED) === null) {
    localStorage.setItem(ASKED, 'yes');
    void (navigator.storage as StorageManager | undefined)?.persist().catch(() => undefined);
  }
}

export function doesWorkOffline(): boolean {
  return localStorage.getItem(KEY) !== null;
}

export function worksOfflineNoMore(): void {
  localStorage.removeItem(KEY);
}
