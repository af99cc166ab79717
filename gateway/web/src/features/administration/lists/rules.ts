import { z } from 'zod';
import { CATEGORIES } from '@/shared/api/types';
import { color, rowCode, said } from '@/shared/forms/rules';

export const CLOCKS = ['RUN', 'PAUSE', 'STOP'] as const;

const label = said(60);
const minutes = z.int().min(1).max(525_600);

export const statusRules = z.object({
  code: rowCode,
  labelFr: label,
  labelEn: label,
  clientLabelFr: label,
  clientLabelEn: label,
  category: z.enum(CATEGORIES),
  clock: z.enum(CLOCKS),
  color,
});

export const urgencyRules = z
  .object({ code: rowCode, labelFr: label, labelEn: label, color, takeOverMinutes: minutes, resolveMinutes: minutes })
  .refine(({ takeOverMinutes, resolveMinutes }) => takeOverMinutes <= resolveMinutes, { path: ['takeOverMinutes'] });
