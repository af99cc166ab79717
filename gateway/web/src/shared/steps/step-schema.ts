import { z } from 'zod';
import { said } from '@/shared/forms/rules';

/** A technician's time, from a quarter of an hour to a week. */
export const minutes = z.number().min(15).max(10_080);

/** What a step is asked for; what that is comes from the API. */
export function stepSchema(asked: Set<string>): z.ZodType {
  return z.object({
    ...(asked.has('technician') ? { technicianId: z.string() } : {}),
    ...(asked.has('slot') ? { plannedStart: z.string(), minutes } : {}),
    ...(asked.has('reason') ? { reason: said(500) } : {}),
    ...(asked.has('report') ? { report: said(4000) } : {}),
  });
}
