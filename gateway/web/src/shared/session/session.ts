import { useSuspenseQuery } from '@tanstack/react-query';
import { csrfToken } from '@/shared/api/client';
import type { Me, Role } from '@/shared/api/types';
import { meQuery } from './me';
import { worksOfflineNoMore } from './offline';
import { forgetPhotos } from './photos';

/** Whoever is logged in; only below the session gate, where somebody is. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function useRole(): Role {
  return useMe().role;
}

/** Ends the session here or everywhere, forgets what this device knows, and leaves. */
export async function logOut(everywhere: boolean): Promise<void> {
  const answer = await fetch(`/session/logout${everywhere ? '?everywhere=true' : ''}`, {
    method: 'POST',
    headers: { 'X-XSRF-TOKEN': csrfToken() ?? '' },
  });
  const next = answer.ok ? ((await answer.json()) as { next?: string }).next : undefined;
  await forgetThisDevice();
  worksOfflineNoMore();
  window.location.assign(next ?? '/');
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
