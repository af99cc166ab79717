import { Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from './notices';

type Read = Pick<UseQueryResult, 'error' | 'isPending' | 'isFetching' | 'fetchStatus' | 'refetch'>;

/** Beside what is filled from these answers: that they are on their way, or why they do not come, and another try. */
export function Coming({ reads }: { reads: Read[] }): ReactNode {
  const { t } = useTranslation();
  const failed = reads.find(({ error }) => error);
  if (failed) {
    return <Failure error={failed.error} isRetrying={failed.isFetching} onRetry={() => void failed.refetch()} />;
  }
  return reads.some(({ isPending, fetchStatus }) => isPending && fetchStatus !== 'idle') ? (
    <Text size="sm" role="status">
      {t('loading')}
    </Text>
  ) : null;
}
