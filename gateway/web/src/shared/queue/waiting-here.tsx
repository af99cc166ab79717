import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useMe } from '@/shared/session/session';
import { keepSending } from './sender';
import { useOperations } from './use-operations';
import { WaitingOperation } from './waiting-operation';

/** Shows what waits at an intervention, and sends it. */
export default function WaitingHere({ interventionId }: { interventionId: string }): ReactNode {
  const { id } = useMe();
  const queries = useQueryClient();
  useEffect(() => keepSending(id, queries), [id, queries]);
  return useOperations()
    .filter((operation) => operation.interventionId === interventionId)
    .map((operation) => <WaitingOperation key={operation.id} operation={operation} />);
}
