import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partner } from '@/shared/api/types';
import { StateBadge } from './state-badge';

const TONES = { ACTIVE: 'good', SUSPENDED: 'passing', RETIRED: 'over' } as const;

export function PartnerState({ state }: Pick<Partner, 'state'>): ReactNode {
  const { t } = useTranslation('partners');
  return <StateBadge tone={TONES[state]}>{t(`states.${state}`)}</StateBadge>;
}
