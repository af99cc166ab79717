import { useTranslation } from 'react-i18next';
import type { z } from 'zod';

/**
 * A form's rules: what they refuse is said at its field, in the words in which a refusal of the API would be. What only
 * the API can know is left to it.
 */
export function useRules(): (schema: z.ZodType) => (values: object) => Record<string, string> {
  const { t } = useTranslation();
  return (schema) => (values) => {
    const texts: Record<string, string> = {};
    for (const { path } of schema.safeParse(values).error?.issues ?? []) {
      // What is wrong with one of several is said of all of them.
      const names = path.filter((part) => typeof part === 'string');
      const value = names.reduce((part: unknown, name) => (part as Record<string, unknown> | undefined)?.[name], values);
      texts[names.join('.')] ??= isEmpty(value)
        ? t('refused.missing')
        : t(`refused.${names.at(-1)}` as 'refused.any', { defaultValue: t('refused.any') });
    }
    return texts;
  };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
