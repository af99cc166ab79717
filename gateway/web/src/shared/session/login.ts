import { isProblem } from '@/shared/api/problem';

/** Where a window that has logged in again tells the others, and closes. */
export const RECONNECTED = '/reconnected';

/** Where the login begins; it comes back to a path of ours. */
export function loginAddress(path: string): string {
  return `/session/login?return=${encodeURIComponent(path)}`;
}

/** Leaves for the login when that is what a failure asks for; who has logged in comes back to this screen. */
export function leftForLogin(failure: unknown): boolean {
  const leaves = isProblem(failure, 'unauthenticated') && window.location.pathname !== RECONNECTED;
  if (leaves) {
    window.location.replace(loginAddress(window.location.pathname + window.location.search));
  }
  return leaves;
}
