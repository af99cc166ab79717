import { isProblem } from '@/shared/api/problem';

/** Where a window that has logged in again tells the others, and closes. */
export const RECONNECTED = '/reconnected';

/** Where the login begins; it comes back to a path of ours. */
export function loginAddress(path: string): string {
  return `/session/login?return=${encodeURIComponent(path)}`;
}

/** Once: each failure that comes until the page has gone would break off the way there, and begin it anew. */
let isLeaving = false;
window.addEventListener('pageshow', ({ persisted }) => {
  // It was left, and has been come back to.
  if (persisted) {
    isLeaving = false;
  }
});

/** Leaves for the login when that is what a failure asks for; who has logged in comes back to this screen. */
export function leftForLogin(failure: unknown): boolean {
  const leaves = isProblem(failure, 'unauthenticated') && window.location.pathname !== RECONNECTED;
  if (leaves && !isLeaving) {
    isLeaving = true;
    window.location.replace(loginAddress(window.location.pathname + window.location.search));
  }
  return leaves;
}
