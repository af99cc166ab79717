import Dexie, { type Table } from 'dexie';

export interface StoredDraft {
  id: string;
  value: unknown;
  savedAt: number;
}

/** What somebody was writing, kept on this device until it is sent, or until they log out. */
class DraftDatabase extends Dexie {
  readonly drafts!: Table<StoredDraft, string>;

  constructor() {
    super('accord-drafts');
    this.version(1).stores({ drafts: 'id, savedAt' });
  }
}

const database = new DraftDatabase();

export async function storedDraft(id: string): Promise<unknown> {
  return (await database.drafts.get(id))?.value;
}

export async function storeDraft(id: string, value: unknown): Promise<void> {
  await database.drafts.put({ id, value, savedAt: Date.now() });
}

export async function removeDraft(id: string): Promise<void> {
  await database.drafts.delete(id);
}
