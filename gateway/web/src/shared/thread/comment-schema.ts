import { z } from 'zod';
import { said } from '@/shared/forms/rules';

/** What a comment has to say before it can be sent. */
export const commentSchema = z.object({ body: said(4000) });
