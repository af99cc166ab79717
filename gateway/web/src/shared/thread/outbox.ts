import { useQueryClient } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { attach } from '@/shared/attachments/attach';

export type Visibility = 'PUBLIC' | 'INTERNAL';

export interface Message {
  key: string;
  body: string;
  visibility: Visibility;
}

export interface Photo {
  key: string;
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

/** Straight to the API. */
export function useDirectOutbox(interventionId: string): Outbox {
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
    attach: async (photo) => {
      await attach(interventionId, { ...photo, kind: 'PHOTO' });
      refresh();
    },
  };
}
