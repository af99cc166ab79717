import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clientQuery } from '@/shared/api/clients';

/** What a client is called, of which only the id is known here. */
export function ClientName({ id, children }: { id: string; children: (name: string) => ReactNode }): ReactNode {
  const { t } = useTranslation(['partners', 'common']);
  const client = useQuery({ ...clientQuery(id), staleTime: 60_000 });
  return children(client.data?.name ?? t(client.error ? 'unknownClient' : 'common:loading'));
}
