import Dexie, { type Table } from 'dexie';
import type { Operation } from './operation';

type Distributive<T> = T extends unknown ? Omit<T, 'id' | 'seq' | 'refused'> : never;

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

export async function enqueue(operation: NewOperation): Promise<void> {
  await database.operations.add({ ...operation, id: crypto.randomUUID() });
}

/** All of somebody's, in the order in which they did them. */
export function operationsOf(userId: string): Promise<Operation[]> {
  return database.operations.where({ userId }).sortBy('seq');
}

export async function change(operation: Operation, changes: { refused?: string | undefined; sentVersion?: number | undefined }): Promise<void> {
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
