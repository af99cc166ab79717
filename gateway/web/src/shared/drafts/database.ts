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

/** Replaces a draft that is there, in one go; removes it where nothing is left of it. */
export async function changeDraft(id: string, change: (value: unknown) => unknown): Promise<void> {
  await database.transaction('rw', database.drafts, async () => {
    const kept = await database.drafts.get(id);
    if (!kept) {
      return;
    }
    const value = change(kept.value);
    await (value === undefined ? database.drafts.delete(id) : database.drafts.put({ id, value, savedAt: Date.now() }));
  });
}

export async function removeDraft(id: string): Promise<void> {
  await database.drafts.delete(id);
}
