import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { interventionQuery } from '@/shared/api/interventions';
import { statusesQuery, transitionsQuery } from '@/shared/api/lists';
import type { Intervention } from '@/shared/api/types';
import { withOperations } from '@/shared/queue/merge';
import type { Operation } from '@/shared/queue/operation';
import { useOperations } from '@/shared/queue/use-operations';

/** An intervention as its technician left it, and what of that the API does not have yet. */
export function useJob(id: string): { job: Intervention; waiting: Operation[] } {
  const known = useSuspenseQuery(interventionQuery(id)).data as Intervention;
  const statuses = useQuery(statusesQuery).data;
  const transitions = useQuery(transitionsQuery).data;
  const operations = useOperations();
  const waiting = useMemo(() => operations.filter((operation) => operation.interventionId === id), [operations, id]);
  const job = useMemo(
    () => withOperations(known, waiting, { statuses: statuses ?? [], transitions: transitions ?? [] }),
    [known, waiting, statuses, transitions],
  );
  return { job, waiting };
}
