import type { BarChartProps, LineChartProps } from '@mantine/charts';
import { Box, Skeleton } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense, useState } from 'react';

const HEIGHT = 260;

const Bars = lazy(async () => ({ default: (await import('./charts')).BarChart }));
const Lines = lazy(async () => ({ default: (await import('./charts')).LineChart }));

export function BarChart(props: BarChartProps): ReactNode {
  return (
    <WhenSeen>
      <Bars h={HEIGHT} {...props} />
    </WhenSeen>
  );
}

export function LineChart(props: LineChartProps): ReactNode {
  return (
    <WhenSeen>
      <Lines h={HEIGHT} {...props} />
    </WhenSeen>
  );
}

/** What draws is large: whoever does not scroll down to it does not load it. */
function WhenSeen({ children }: { children: ReactNode }): ReactNode {
  const [seen, setSeen] = useState(false);
  const { ref, entry } = useIntersection();
  if (entry?.isIntersecting && !seen) {
    setSeen(true);
  }
  // What nobody asked for yet is not on its way: its place stays empty.
  return seen ? <Suspense fallback={<Skeleton height={HEIGHT} radius="md" />}>{children}</Suspense> : <Box ref={ref} h={HEIGHT} />;
}
