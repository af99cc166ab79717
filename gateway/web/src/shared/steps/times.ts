import { z } from 'zod';
import type { Intervention, Me } from '@/shared/api/types';
import { fromWall } from '@/shared/time/time';

/** Whether the API takes other times of the work from somebody: from its technician or an admin, once it has begun and until it is settled. */
export function mayTellTimes({ id, role }: Me, { technicianId, actualStart, status }: Intervention): boolean {
  const isTheirs = role === 'ADMIN' || (role === 'TECHNICIAN' && id === technicianId);
  return isTheirs && Boolean(actualStart) && status.category !== 'CLOSED' && status.category !== 'CANCELLED';
}

/** As the clock on the wall tells them: from the call on, one after the other. What lies in the future is known to the API. */
export function timesSchema(createdAt: string, hasEnd: boolean): z.ZodType {
  const begins = z.string().refine((start) => Date.parse(fromWall(start)) >= Date.parse(createdAt));
  return hasEnd
    ? z
        .object({ actualStart: begins, actualEnd: z.string() })
        // Of one form, so that they are in order as they are written.
        .refine(({ actualStart, actualEnd }) => actualStart <= actualEnd, { path: ['actualEnd'] })
    : z.object({ actualStart: begins });
}
