import Dexie, { liveQuery, type Table } from 'dexie';
import { NotKept } from '@/shared/api/problem';
import { isBuiltOn, type Operation, type OperationChanges } from './operation';

type Distributive<T> = T extends unknown ? Omit<T, 'id' | 'seq' | 'despite' | keyof OperationChanges> : never;

/** An operation as it is handed in. */
export type NewOperation = Distributive<Operation>;

/**
 * Kept until the API has them, also when somebody logs out meanwhile; a browser that is killed has
 * written them before it says so.
 */
class FieldDatabase extends Dexie {
  readonly operations!: Table<Operation, number>;

  constructor() {
    super('unsent-operations', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ operations: '++seq, [userId+interventionId], userId' });
  }
}

const database = new FieldDatabase();

/** @throws NotKept where the device has no place for it, or lets nothing be kept */
export async function enqueue(operation: NewOperation): Promise<void> {
  try {
    await database.transaction('rw', database.operations, async () => {
      const despite = operation.kind === 'step' ? { despite: await leftBehind(operation) } : {};
      await database.operations.add({ ...operation, ...despite, id: crypto.randomUUID() });
    });
  } catch (failure) {
    throw new NotKept(String(failure));
  }
}

/**
 * The same intervention's steps that were refused so far. With a new one somebody goes another way: what was
 * built on a refused one is not possible either from here on, or it would be taken after the new one some day.
 */
async function leftBehind({ userId, interventionId }: NewOperation): Promise<string[]> {
  const refused: string[] = [];
  for (const operation of await database.operations.where({ userId, interventionId }).sortBy('seq')) {
    if (operation.kind === 'step' && (operation.refused ?? isBuiltOn(operation, refused))) {
      refused.push(operation.id);
      await database.operations.update(seqOf(operation), { refused: operation.refused ?? 'transition-not-allowed' });
    }
  }
  return refused;
}

/** All of somebody's, in the order in which they did them. */
export function operationsOf(userId: string): Promise<Operation[]> {
  return database.operations.where({ userId }).sortBy('seq');
}

/** Tells of them now and after every change; calling the answer ends it. */
export function watchOperations(userId: string, tell: (operations: Operation[]) => void): () => void {
  const watching = liveQuery(() => operationsOf(userId)).subscribe(tell);
  return () => watching.unsubscribe();
}

/** From here on it may be at the API. False when it is not there any longer. */
export async function begin(operation: Operation): Promise<boolean> {
  return (await database.operations.where({ seq: seqOf(operation) }).modify({ tried: true })) > 0;
}

/** Takes it back, unless it has left the device meanwhile. */
export async function withdraw(operation: Operation): Promise<void> {
  await database.operations
    .where({ seq: seqOf(operation) })
    .filter(({ tried }) => !tried)
    .delete();
}

export async function change(operation: Operation, changes: OperationChanges): Promise<void> {
  await database.operations.update(seqOf(operation), changes);
}

export async function remove(operation: Operation): Promise<void> {
  await database.operations.delete(seqOf(operation));
}

function seqOf(operation: Operation): number {
  if (operation.seq === undefined) {
    throw new Error('The operation is not stored.');
  }
  return operation.seq;
}
