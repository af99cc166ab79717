import { Badge, ThemeIcon } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { IconBolt, IconBoltOff } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPassing } from '@/shared/api/problem';

/** Whether what is seen is what is so: live, trying again, or offline. */
export function ConnectionState({ live }: { live: boolean }): ReactNode {
  const { t } = useTranslation();
  const { online } = useNetwork();
  const retrying = useRetrying();
  if (!online || retrying) {
    return (
      <Badge color="yellow" variant="filled" size="lg" role="status">
        {t(online ? 'connection.lost' : 'connection.offline')}
      </Badge>
    );
  }
  const label = t(live ? 'connection.live' : 'connection.notLive');
  return (
    <ThemeIcon variant="transparent" c="white" role="img" aria-label={label} title={label}>
      {live ? <IconBolt size={20} /> : <IconBoltOff size={20} />}
    </ThemeIcon>
  );
}

/** Whether some read or write is failing for a passing reason and being tried again. */
function useRetrying(): boolean {
  const queries = useQueryClient();
  const [retrying, setRetrying] = useState(false);
  useEffect(() => {
    const look = (): void =>
      setRetrying(
        queries.getQueryCache().getAll().some(({ state }) => state.fetchFailureCount > 0 && state.fetchStatus === 'fetching' && isPassing(state.fetchFailureReason)) ||
          queries.getMutationCache().getAll().some(({ state }) => state.status === 'pending' && state.failureCount > 0),
      );
    const stops = [queries.getQueryCache().subscribe(look), queries.getMutationCache().subscribe(look)];
    return () => stops.forEach((stop) => stop());
  }, [queries]);
  return retrying;
}
