import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

const COLORS = { good: 'accord', passing: 'yellow', bad: 'red', over: 'gray' } as const;

/** A state in words; its colour only repeats what they say. */
export function StateBadge({ tone, children }: { tone: keyof typeof COLORS; children: ReactNode }): ReactNode {
  return (
    <Badge color={COLORS[tone]} variant="outline" radius="sm" tt="none">
      {children}
    </Badge>
  );
}
