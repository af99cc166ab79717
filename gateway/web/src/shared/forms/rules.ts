import { z } from 'zod';

/** What has to be said, in so many characters at most. */
export const said = (most: number) => z.string().trim().min(1).max(most);

/** What may be left empty. */
export const optional = (most: number) => z.string().trim().max(most);

export const optionally = (rule: z.ZodType<string, string>) => z.literal('').or(rule);

export const emailAddress = z.string().trim().max(254).regex(/^[^\s@]+@[^\s@]+$/);

/** As the API reads it: digits with a few signs between them. */
export const phoneNumber = z.string().trim().max(40).regex(/^\+?[0-9](?:[ .()/-]{0,3}[0-9]){3,14}$/);

export const postalCode = z.string().trim().regex(/^[0-9]{5}$/);

/** The stable name of a row: it never changes. */
export const rowCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,29}$/);

export const color = z.string().regex(/^#[0-9a-f]{6}$/i);
