import { useEffect, useState } from 'react';
import { useMe } from '@/shared/session/session';
import type { Operation } from './operation';

const NONE: Operation[] = [];

/** What this technician did and the API does not have yet, in order; it follows every change. */
export function useOperations(): Operation[] {
  const { id } = useMe();
  const [operations, setOperations] = useState(NONE);
  useEffect(() => {
    let ended = false;
    let stop: (() => void) | undefined;
    // Its library is large, and on a telephone that was never here there is nothing to be found in it: the screen comes first.
    import('./database').then(
      ({ watchOperations }) => {
        stop = ended ? undefined : watchOperations(id, setOperations);
      },
      () => undefined,
    );
    return () => {
      ended = true;
      stop?.();
    };
  }, [id]);
  return operations;
}
