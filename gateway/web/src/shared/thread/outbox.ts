import { useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { AnyIntervention } from '@/shared/api/interventions';
import { keys } from '@/shared/api/keys';
import { keepsUnsent } from '@/shared/queue/kept';
import { useMe } from '@/shared/session/session';

export type Visibility = 'PUBLIC' | 'INTERNAL';

export interface Message {
  key: string;
  body: string;
  visibility: Visibility;
}

export interface Photo {
  file: Blob;
  visibility: Visibility;
  /** RFC 3339. */
  takenAt: string;
}

/** Where what somebody writes to a thread goes. */
export interface Outbox {
  comment: (message: Message) => Promise<void>;
  attach: (photo: Photo) => Promise<void>;
}

/** What is written goes straight to the API, and is a draft until it is there; photos are kept on this device so long. */
export function useDirectOutbox({ id: interventionId, reference, title }: AnyIntervention): Outbox {
  const { id: userId } = useMe();
  const queries = useQueryClient();
  const refresh = (): void => void queries.invalidateQueries({ queryKey: keys.thread(interventionId) });
  return {
    comment: async ({ key, body, visibility }) => {
      await api.POST('/api/v1/interventions/{id}/comments', {
        params: { path: { id: interventionId }, header: { 'Idempotency-Key': key } },
        body: { body, visibility },
      });
      refresh();
    },
    attach: async ({ file, visibility, takenAt }) => {
      const { enqueue } = await import('@/shared/queue/database');
      const of = { reference, title };
      await enqueue({ userId, interventionId, of, at: takenAt, kind: 'attachment', attachment: 'PHOTO', visibility, file });
      keepsUnsent();
    },
  };
}
