import '@mantine/core/styles/FloatingIndicator.layer.css';
import '@mantine/core/styles/Progress.layer.css';
import '@mantine/core/styles/SegmentedControl.layer.css';
import { Group, SegmentedControl, SimpleGrid, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statusesQuery, urgenciesQuery } from '@/shared/api/lists';
import { Failure } from '@/shared/ui/notices';
import { Page } from '@/shared/ui/page';
import { AllFigures } from './figures';
import { Numbers } from './numbers';
import { statisticsQuery, WEEKS } from './statistics';

const PERIODS = [4, 12, 26, 52];

/** How the work goes: what is open now, and whether it is taken over and resolved in time. */
export function DashboardPage(): ReactNode {
  const { t } = useTranslation('administration');
  const [weeks, setWeeks] = useState(WEEKS);
  const figures = useQuery(statisticsQuery(weeks));
  const known = useDeferredValue(figures.data);
  const statuses = useQuery(statusesQuery).data;
  const urgencies = useQuery(urgenciesQuery).data;
  const waiting = (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      {[1, 2, 3, 4].map((place) => (
        <Skeleton key={place} height={364} radius="md" />
      ))}
    </SimpleGrid>
  );
  return (
    <Page
      title={t('dashboard.title')}
      actions={
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t('dashboard.period')}
            value={String(weeks)}
            onChange={(value) => setWeeks(Number(value))}
            data={PERIODS.map((value) => ({ value: String(value), label: t('dashboard.weeks', { count: value }) }))}
          />
        </Group>
      }
    >
      {figures.error ? <Failure error={figures.error} onRetry={() => void figures.refetch()} /> : null}
      <Stack gap="md">
        <Numbers figures={known} statuses={statuses ?? []} />
        {known && statuses && urgencies ? <AllFigures figures={known} statuses={statuses} urgencies={urgencies} /> : waiting}
      </Stack>
    </Page>
  );
}
