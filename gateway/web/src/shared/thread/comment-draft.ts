import { newKey } from '@/shared/api/client';
import type { Message, Visibility } from './outbox';

/** What somebody writes, from the first letter until the API has it. */
export interface CommentDraft {
  body: string;
  visibility: Visibility;
  /** The same for every try to send these very words. */
  key: string;
  /** Whether these words were sent under the key, as far as this device knows. */
  sent?: boolean;
  /** Under which key these words were sent as they stood before somebody went on writing. */
  after?: string;
}

export const emptyDraft = (visibility: Visibility): CommentDraft => ({ body: '', visibility, key: newKey() });

/** Other words are another comment: the API refuses them under a key that it knows. */
export function rewritten(draft: CommentDraft, change: Partial<Pick<CommentDraft, 'body' | 'visibility'>>): CommentDraft {
  const { sent, ...kept } = draft;
  return sent ? { ...kept, ...change, key: newKey(), after: draft.key } : { ...kept, ...change };
}

export const sending = (draft: CommentDraft): CommentDraft => ({ ...draft, sent: true });

/** What is left to be said once a comment was accepted: nothing, or what was written while it was on its way. */
export function leftOf(draft: CommentDraft, accepted: Message): CommentDraft {
  if (draft.key === accepted.key) {
    return emptyDraft(draft.visibility);
  }
  if (draft.after !== accepted.key) {
    return draft;
  }
  const { body, visibility, key } = draft;
  const added = body.slice(accepted.body.length);
  // What goes on in the middle of a sentence makes no sense without its beginning.
  return { body: body.startsWith(accepted.body) && /^\s/.test(added) ? added.trimStart() : body, visibility, key };
}
