import { z } from 'zod';
import { fromWall } from '@/shared/time/time';

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
