import type { ErrorComponentProps } from '@tanstack/react-router';
import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { whenIdle } from '@/shared/ui/idle';
import { Part } from '@/shared/ui/part';

interface AfterwardsProps {
  /** In place of what does not come; nothing where nobody would miss it. */
  failed?: (failure: ErrorComponentProps) => ReactNode;
  children: ReactNode;
}

/** What nobody waits for: it is fetched when the screen stands. */
export function Afterwards({ failed = Nothing, children }: AfterwardsProps): ReactNode {
  const [stands, setStands] = useState(false);
  useEffect(() => void whenIdle().then(() => startTransition(() => setStands(true))), []);
  return stands ? (
    <Part fallback={null} failed={failed}>
      {children}
    </Part>
  ) : null;
}

const Nothing = (): null => null;
