import type { ReactNode } from 'react';
import { useOperations } from '@/shared/queue/use-operations';
import { UnsentAlert } from './unsent-alert';

/** Where something else sends, and a count tells what waits: says what was refused. */
export default function RefusedShown(): ReactNode {
  const refused = useOperations().filter((operation) => operation.refused);
  return <UnsentAlert operations={refused} />;
}
