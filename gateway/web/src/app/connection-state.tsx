import { Badge, ThemeIcon } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { IconBolt, IconBoltOff } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPassing, isProblem } from '@/shared/api/problem';

/** Whether what is seen is what is so: live, trying again, or offline. */
export function ConnectionState({ live }: { live: boolean }): ReactNode {
  const { t } = useTranslation();
  const { online } = useNetwork();
  const retrying = useRetrying();
  const trouble = online ? retrying : 'offline';
  if (trouble) {
    return (
      <Badge color="yellow" variant="filled" size="lg" role="status">
        {t(`connection.${trouble}`)}
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

/** Why some read or write is being tried again, if one is: nobody answered, or the service asked for patience. */
function useRetrying(): 'lost' | 'busy' | null {
  const queries = useQueryClient();
  const [retrying, setRetrying] = useState<'lost' | 'busy' | null>(null);
  useEffect(() => {
    const look = (): void => {
      const reads = queries
        .getQueryCache()
        .getAll()
        .filter(({ state }) => state.fetchFailureCount > 0 && state.fetchStatus === 'fetching' && isPassing(state.fetchFailureReason))
        .map(({ state }) => state.fetchFailureReason);
      const writes = queries
        .getMutationCache()
        .getAll()
        .filter(({ state }) => state.status === 'pending' && state.failureCount > 0)
        .map(({ state }) => state.failureReason);
      const reasons = [...reads, ...writes];
      setRetrying(reasons.length === 0 ? null : reasons.every((reason) => isProblem(reason)) ? 'busy' : 'lost');
    };
    const stops = [queries.getQueryCache().subscribe(look), queries.getMutationCache().subscribe(look)];
    return () => stops.forEach((stop) => stop());
  }, [queries]);
  return retrying;
}
