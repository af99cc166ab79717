import { z } from 'zod';
import type { Role } from '@/shared/api/types';
import { emailAddress, optionally, phoneNumber, said } from '@/shared/forms/rules';

export const ROLES = ['ADMIN', 'DISPATCHER', 'TECHNICIAN', 'CLIENT'] as const satisfies readonly Role[];

export const personRules = z
  .object({
    username: z.string().trim().toLowerCase().min(3).max(64).regex(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/),
    displayName: said(120),
    email: emailAddress,
    phone: optionally(phoneNumber),
    role: z.enum(ROLES),
    clientId: z.string().nullable(),
    skills: z.array(said(60)).max(20),
  })
  .refine(({ role, clientId }) => role !== 'CLIENT' || clientId !== null, { path: ['clientId'] });
