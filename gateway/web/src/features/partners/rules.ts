import { z } from 'zod';
import { emailAddress, optionally, said } from '@/shared/forms/rules';

export const partnerRules = z.object({ name: said(120), contactEmail: optionally(emailAddress) });

export const webhookRules = z.object({ url: z.url({ protocol: /^https$/ }) });

/** The end may be left open. */
export const spanRules = z
  .object({ from: z.string(), to: z.string().nullable() })
  .refine(({ from, to }) => to === null || from < to, { path: ['to'] });
