import { useLiveQuery } from 'dexie-react-hooks';
import { useMe } from '@/shared/session/session';
import { operationsOf } from './database';
import type { Operation } from './operation';

const NONE: Operation[] = [];

/** What this technician did and the API does not have yet, in order; it follows every change. */
export function useOperations(): Operation[] {
  const { id } = useMe();
  return useLiveQuery(() => operationsOf(id), [id]) ?? NONE;
}
