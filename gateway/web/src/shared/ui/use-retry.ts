import { useQueryClient, useQueryErrorResetBoundary } from '@tanstack/react-query';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { isPassing } from '@/shared/api/problem';

/** After how many milliseconds what goes away by waiting is tried again by itself; at once when the network is back. */
const UNTIL_RETRIED = 15_000;

interface Retry {
  /** Why it fails now. */
  error: unknown;
  isRetrying: boolean;
  retry: () => void;
}

/** Asks again for what a part of a screen lacks. Its notice stays, and whoever is in it, until there is something to show. */
export function useRetry({ error: first, reset }: ErrorComponentProps): Retry {
  const cache = useQueryClient().getQueryCache();
  const boundary = useQueryErrorResetBoundary();
  // Found by its error, which is gone as soon as it is asked again.
  const [asked] = useState(() => cache.getAll().find(({ state }) => state.error === first));
  const [error, setError] = useState<unknown>(first);
  const [isRetrying, setRetrying] = useState(false);

  const ask = async (): Promise<void> => {
    if (asked && cache.get(asked.queryHash) === asked) {
      setRetrying(true);
      const failure: unknown = await asked.fetch().then(() => null, (refused: unknown) => refused);
      setRetrying(false);
      if (isPassing(failure)) {
        setError(failure);
        return;
      }
      // Another failure is thrown once more, without being asked for: whoever catches it chooses what to show instead.
    } else {
      // Otherwise what has failed fails again at once.
      boundary.reset();
    }
    reset();
  };
  const retry = (): void => {
    if (!isRetrying) {
      void ask();
    }
  };

  const retryByItself = useEffectEvent(retry);
  const willPass = isPassing(error);
  useEffect(() => {
    if (!willPass) {
      return;
    }
    const timer = setInterval(retryByItself, UNTIL_RETRIED);
    window.addEventListener('online', retryByItself);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', retryByItself);
    };
  }, [willPass]);

  return { error, isRetrying, retry };
}
