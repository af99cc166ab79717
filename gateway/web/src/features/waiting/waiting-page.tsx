import '@/shared/ui/all-styles';
import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperations } from '@/shared/queue/use-operations';
import { WaitingOperation } from '@/shared/queue/waiting-operation';
import { Empty } from '@/shared/ui/notices';
import { Page } from '@/shared/ui/page';

/** All that was done on this device and is not at the desk yet. */
export function WaitingPage(): ReactNode {
  const { t } = useTranslation(['queue', 'common']);
  const operations = useOperations();
  return (
    <Page title={t('common:nav.waiting')}>
      {operations.length === 0 ? <Empty>{t('allSent')}</Empty> : <Text>{t('waitingCount', { count: operations.length })}</Text>}
      <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {operations.map((operation) => (
          <li key={operation.id}>
            <WaitingOperation operation={operation} />
            <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/interventions/$id" params={{ id: operation.interventionId }} />}>
              {operation.of ? t('openThis', operation.of) : t('open')}
            </Anchor>
          </li>
        ))}
      </Stack>
    </Page>
  );
}
