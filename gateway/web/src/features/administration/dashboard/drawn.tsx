import type { BarChartProps, LineChartProps } from '@mantine/charts';
import { Box, Skeleton, Text } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { lazy, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Part } from '@/shared/ui/part';

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
  return seen ? (
    <Part fallback={<Skeleton height={HEIGHT} radius="md" />} failed={NotDrawn}>
      {children}
    </Part>
  ) : (
    <Box ref={ref} h={HEIGHT} />
  );
}

/** The figures are below it, for whoever cannot see the drawing as for whoever does not get it. */
function NotDrawn(): ReactNode {
  const { t } = useTranslation();
  return <Text c="dimmed">{t('failure.part')}</Text>;
}
