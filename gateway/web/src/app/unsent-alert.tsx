import '@/shared/ui/all-styles';
import { Alert, Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operation } from '@/shared/queue/operation';

/** Leads to what is still on this device, and says so where something of it was refused. */
export function UnsentAlert({ operations }: { operations: Operation[] }): ReactNode {
  const { t } = useTranslation(['queue', 'common']);
  const refused = operations.filter((operation) => operation.refused).length;
  return operations.length > 0 ? (
    <Alert color={refused > 0 ? 'red' : 'yellow'} variant="outline" mb="md" role="status">
      <Anchor renderRoot={(props) => <Link {...props} to="/waiting" />}>
        {refused > 0 ? t('refusedCount', { count: refused }) : t('waitingCount', { count: operations.length })}
      </Anchor>
    </Alert>
  ) : null;
}
