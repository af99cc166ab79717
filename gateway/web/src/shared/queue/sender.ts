import type { QueryClient } from '@tanstack/react-query';
import { pause } from '@/shared/api/queries';
import { apiServer, showSent } from './api-server';
import { begin, change, operationsOf, remove, watchOperations } from './database';
import { sendAll } from './send';

/** Of all windows one sends at a time. */
const LOCK = 'accord-field-sender';

/**
 * Sends what waits whenever there is something to send and a way to do it: at once, when the network is
 * back, when somebody looks at the screen, and after a pause that grows while it fails.
 *
 * @returns ends it
 */
export function keepSending(userId: string, queries: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let ended = false;

  const store = { all: () => operationsOf(userId), begin, change, remove };
  const server = apiServer(userId);
  const send = async (): Promise<void> => {
    clearTimeout(timer);
    if (ended) {
      return;
    }
    try {
      const rest = await sendAll(store, server, (operation, answer) => showSent(queries, operation, answer));
      failures = 0;
      comeBack(rest);
    } catch (failure) {
      comeBack(pause(failures++, failure));
    }
  };
  const comeBack = (after: number | null): void => {
    if (!ended && after !== null) {
      timer = setTimeout(run, after);
    }
  };
  const run = (): void => {
    // Without network the browser tells when it is back.
    if (!ended && navigator.onLine) {
      void navigator.locks.request(LOCK, send);
    }
  };

  const stopWatching = watchOperations(userId, (operations) => {
    if (operations.some((operation) => !operation.refused)) {
      run();
    }
  });
  const seen = (): void => {
    if (document.visibilityState === 'visible') {
      run();
    }
  };
  window.addEventListener('online', run);
  document.addEventListener('visibilitychange', seen);
  return () => {
    ended = true;
    clearTimeout(timer);
    stopWatching();
    window.removeEventListener('online', run);
    document.removeEventListener('visibilitychange', seen);
  };
}
