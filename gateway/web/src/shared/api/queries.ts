import { QueryClient } from '@tanstack/react-query';
import { isPassing, Problem } from './problem';

const MAX_TRIES = 6;

/** After so many milliseconds what could not be read, and is still wanted on the screen, is asked for once more. */
const ASK_AGAIN = 15_000;

/**
 * A read that fails for a passing reason is tried again by itself; one that is refused is not. What was there while another
 * answer comes is kept by the lists that are only narrowed otherwise: nothing of one client is ever shown as another's.
 */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 30 * 60_000,
        retry: (tries, error) => isPassing(error) && tries < MAX_TRIES,
        retryDelay: pause,
        refetchInterval: ({ state }) => (state.status === 'error' && isPassing(state.error) ? ASK_AGAIN : false),
        networkMode: 'offlineFirst',
      },
      mutations: {
        // Every write carries its version or its key, so sending it again does no harm.
        retry: (tries, error) => isPassing(error) && tries < MAX_TRIES,
        retryDelay: pause,
        networkMode: 'always',
      },
    },
  });
}

/** As long as the server asks for, else twice as long each time, in milliseconds. */
export function pause(tries: number, error: unknown): number {
  if (error instanceof Problem && error.retryAfter !== null) {
    return Math.min(error.retryAfter, 30) * 1000;
  }
  return Math.min(500 * 2 ** tries, 10_000);
}
