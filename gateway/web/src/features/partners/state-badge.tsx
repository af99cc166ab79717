import { Badge, ColorSwatch } from '@mantine/core';
import type { ReactNode } from 'react';

const COLORS = { good: '#178476', passing: '#d97706', bad: '#d6293a', over: '#868e96' } as const;

/** A state as a spot of colour and its words: the words carry the meaning, at any contrast. */
export function StateBadge({ tone, children }: { tone: keyof typeof COLORS; children: ReactNode }): ReactNode {
  return (
    <Badge
      variant="default"
      radius="sm"
      tt="none"
      miw="max-content"
      leftSection={<ColorSwatch color={COLORS[tone]} size={10} withShadow={false} aria-hidden />}
    >
      {children}
    </Badge>
  );
}
