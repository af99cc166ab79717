import { type ReactNode, startTransition, Suspense, useEffect, useState } from 'react';
import { whenIdle } from '@/shared/ui/idle';

/** What nobody waits for: it is fetched when the screen stands. */
export function Afterwards({ children }: { children: ReactNode }): ReactNode {
  const [stands, setStands] = useState(false);
  useEffect(() => void whenIdle().then(() => startTransition(() => setStands(true))), []);
  return stands ? <Suspense>{children}</Suspense> : null;
}
