import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListFilter } from '@/shared/api/interventions';
import { CardPages } from '@/shared/ui/card-pages';
import { Page } from '@/shared/ui/page';

const PAST: ListFilter = { category: ['CLOSED', 'CANCELLED'], limit: 30 };

export function FollowPast(): ReactNode {
  const { t } = useTranslation('follow');
  return (
    <Page title={t('past')}>
      <CardPages label={t('past')} filter={PAST} none={t('pastNone')} />
    </Page>
  );
}
