import { useSuspenseQuery } from '@tanstack/react-query';
import { csrfToken } from '@/shared/api/client';
import { problemOf, Unreachable } from '@/shared/api/problem';
import type { Me, Role } from '@/shared/api/types';
import { meQuery } from './me';
import { worksOfflineNoMore } from './offline';
import { forgetPhotos } from './photos';
import { tellOtherTabs } from './tabs';

/** Whoever is logged in; only below the session gate, where somebody is. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function useRole(): Role {
  return useMe().role;
}

const PATIENCE = 15_000;

/**
 * Ends the session here or everywhere, and then forgets what this device knows.
 *
 * @returns where to go next
 * @throws a Problem, or Unreachable: then everything is as it was
 */
export async function logOut(everywhere: boolean): Promise<string> {
  const next = await endSession(everywhere);
  tellOtherTabs('logged-out');
  await forgetThisDevice();
  worksOfflineNoMore();
  return next;
}

async function endSession(everywhere: boolean): Promise<string> {
  const answer = await fetch(`/session/logout${everywhere ? '?everywhere=true' : ''}`, {
    method: 'POST',
    headers: { 'X-XSRF-TOKEN': csrfToken() ?? '' },
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((failure: unknown) => {
    throw new Unreachable(String(failure));
  });
  if (!answer.ok) {
    throw await problemOf(answer);
  }
  const { next } = (await answer.json().catch(() => ({}))) as { next?: string };
  return next ?? '/';
}

/** What is ours in this browser; the language and the colours stay. */
async function forgetThisDevice(): Promise<void> {
  await forgetPhotos();
  const databases = await indexedDB.databases();
  await Promise.all(
    databases
      .map((database) => database.name)
      .filter((name) => name?.startsWith('accord-'))
      .map(
        (name) =>
          new Promise<void>((done) => {
            const request = indexedDB.deleteDatabase(name as string);
            request.onsuccess = request.onerror = request.onblocked = () => done();
          }),
      ),
  );
}
