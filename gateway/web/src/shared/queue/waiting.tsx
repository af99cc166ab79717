import { lazy, type ReactNode, Suspense } from 'react';

/** Loaded with the page, so that it is there when the network is not. A page without it is still a page. */
const WaitingHere = lazy(() => import('./waiting-here').catch(() => ({ default: () => null })));

/** What was added to an intervention on this device and the API does not have yet. */
export function Waiting({ interventionId }: { interventionId: string }): ReactNode {
  return (
    <Suspense>
      <WaitingHere interventionId={interventionId} />
    </Suspense>
  );
}
