import '@/shared/ui/all-styles';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/shared/ui/page';
import { SERVICES } from './calls';
import { ServiceSection } from './service-section';

/** What each service could not handle of the others' events, and what is to be done about it. */
export function HeldEventsPage(): ReactNode {
  const { t } = useTranslation('administration');
  return (
    <Page title={t('held.title')}>
      <Text size="sm">{t('held.hint')}</Text>
      {SERVICES.map((service) => (
        <ServiceSection key={service} service={service} />
      ))}
    </Page>
  );
}
