import { useMutation, type UseMutationResult, useMutationState } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useDraft, useDraftPlace } from '@/shared/drafts/draft';
import { type CommentDraft, emptyDraft, leftOf, rewritten, sending } from './comment-draft';
import type { Message, Outbox, Visibility } from './outbox';

interface Writing {
  draft: CommentDraft;
  write: (change: Partial<Pick<CommentDraft, 'body' | 'visibility'>>) => void;
  /** Sends it. */
  begin: () => void;
  comment: UseMutationResult<void, Error, Message>;
  /** Whether these very words are being sent, by whichever screen began it. */
  isOnItsWay: boolean;
}

/** A comment that is being written: what of it was accepted is forgotten, also if its screen has gone meanwhile. */
export function useComment(interventionId: string, visibility: Visibility, outbox: Outbox): Writing {
  const name = `comment ${interventionId}`;
  const mutationKey = [name];
  const place = useDraftPlace(name);
  const [draft, setDraft, forget] = useDraft<CommentDraft>(name, emptyDraft(visibility));
  const comment = useMutation({
    mutationKey,
    mutationFn: outbox.comment,
    // Called also where the screen that began it is no longer there.
    onSuccess: (_, accepted) =>
      place.change((kept) => {
        const left = leftOf(kept as CommentDraft, accepted);
        return left.body ? left : undefined;
      }),
  });
  const sent = useMutationState({
    filters: { mutationKey },
    select: ({ state }) => ({ status: state.status, message: state.variables as Message }),
  });

  useEffect(() => {
    const left = sent.filter(({ status }) => status === 'success').reduce((rest, { message }) => leftOf(rest, message), draft);
    if (left !== draft) {
      (left.body ? setDraft : forget)(left);
    }
  }, [sent, draft, setDraft, forget]);

  return {
    draft,
    write: (change) => setDraft((now) => rewritten(now, change)),
    begin: () => {
      setDraft(sending);
      comment.mutate({ key: draft.key, body: draft.body.trim(), visibility: draft.visibility });
    },
    comment,
    isOnItsWay: sent.some(({ status, message }) => status === 'pending' && message.key === draft.key),
  };
}
