import '@/shared/ui/all-styles';
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/shared/ui/page';
import { Statuses } from './statuses';
import { Urgencies } from './urgencies';

/** The lists on which the work rests; how statuses follow each other is drawn on the workflow's page. */
export function ListsPage(): ReactNode {
  const { t } = useTranslation('administration');
  return (
    <Page title={t('lists.title')}>
      <Tabs defaultValue="statuses" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="statuses">{t('lists.statuses')}</Tabs.Tab>
          <Tabs.Tab value="urgencies">{t('lists.urgencies')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="statuses">
          <Statuses />
        </Tabs.Panel>
        <Tabs.Panel value="urgencies">
          <Urgencies />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
