import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRelative } from '@/shared/time/now';

/** When something is due, as time goes on; only these words are drawn again, not what they stand in. */
export function Due({ at }: { at: string }): ReactNode {
  const { t } = useTranslation();
  return t('due', { when: useRelative(at) });
}
