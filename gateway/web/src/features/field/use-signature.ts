import { useInfiniteQuery } from '@tanstack/react-query';
import { threadPages } from '@/shared/api/interventions';
import type { ThreadEntry } from '@/shared/api/types';
import { useOperations } from '@/shared/queue/use-operations';

interface Signature {
  signer: string;
  at: string;
}

/** The latest signature that this device keeps or the desk has; one that was refused is none. */
export function useSignature(interventionId: string): Signature | undefined {
  const waiting = useOperations().flatMap((operation): Signature[] =>
    operation.interventionId === interventionId && operation.kind === 'attachment' && operation.attachment === 'SIGNATURE' && !operation.refused
      ? [{ signer: operation.signer ?? '', at: operation.at }]
      : [],
  );
  const pages = useInfiniteQuery(threadPages(interventionId)).data?.pages ?? [];
  const entries = pages.flatMap((page) => page.items as ThreadEntry[]);
  const arrived = entries.flatMap((entry): Signature[] =>
    entry.kind === 'ATTACHMENT' && entry.attachment?.kind === 'SIGNATURE'
      ? [{ signer: entry.attachment.signer ?? '', at: entry.attachment.takenAt ?? entry.createdAt }]
      : [],
  );
  return waiting.at(-1) ?? arrived[0];
}
