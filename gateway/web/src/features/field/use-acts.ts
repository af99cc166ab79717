import { useMemo } from 'react';
import { useMe } from '@/shared/session/session';
import type { Outbox } from '@/shared/thread/outbox';
import type { AllowedTransition, Intervention } from '@/shared/api/types';
import { enqueue } from '@/shared/queue/database';

export interface Acts {
  step: (step: AllowedTransition, words: { reason?: string; report?: string }) => Promise<void>;
  sign: (file: Blob, signer: string) => Promise<void>;
  outbox: Outbox;
}

/** What a technician does: kept on the device first, sent as soon as that is possible. */
export function useActs(job: Intervention): Acts {
  const { id: userId } = useMe();
  const { id: interventionId, reference, title } = job;
  return useMemo(() => {
    const act = () => ({ userId, interventionId, of: { reference, title }, at: new Date().toISOString() });
    return {
      step: (step, words) => enqueue({ ...act(), kind: 'step', to: step.to, ...words }),
      sign: (file, signer) => enqueue({ ...act(), kind: 'attachment', attachment: 'SIGNATURE', visibility: 'PUBLIC', file, signer }),
      outbox: {
        comment: ({ body, visibility }) => enqueue({ ...act(), kind: 'comment', body, visibility }),
        attach: ({ file, visibility }) => enqueue({ ...act(), kind: 'attachment', attachment: 'PHOTO', visibility, file }),
      },
    };
  }, [userId, interventionId, reference, title]);
}
