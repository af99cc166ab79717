import { ColorSwatch, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import type { Status, Urgency } from '@/shared/api/types';
import { duration } from '@/shared/time/words';
import { ByTechnician, ByWeek } from './by-group';
import { BarChart } from './drawn';
import { Figure } from './figure';
import classes from './figures.module.css';
import { average, IN_ORDER, inTime, PERCENT, SEEN_ONLY, shares, useSeries } from './tallied';

type Figures = components['schemas']['Figures'];

interface FiguresProps {
  figures: Figures;
  statuses: Status[];
  urgencies: Urgency[];
}

/** Four pictures, and the numbers they are made of. */
export function AllFigures({ figures, statuses, urgencies }: FiguresProps): ReactNode {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Load figures={figures} statuses={statuses} urgencies={urgencies} />
      <ByUrgency figures={figures} urgencies={urgencies} />
      <ByWeek figures={figures} />
      <ByTechnician figures={figures} />
    </SimpleGrid>
  );
}

/** What is open: a bar for each status, divided by urgency. */
function Load({ figures, statuses, urgencies }: FiguresProps): ReactNode {
  const { t } = useTranslation('administration');
  const used = statuses.filter(({ code }) => figures.load.some(({ status }) => status === code));
  const count = (status: string, urgency: string): number =>
    figures.load.find((load) => load.status === status && load.urgency === urgency)?.count ?? 0;
  const total = (status: string): number => urgencies.reduce((sum, { code }) => sum + count(status, code), 0);
  const most = Math.max(1, ...used.map(({ code }) => total(code)));
  return (
    <Figure
      title={t('dashboard.load')}
      columns={[t('dashboard.status'), ...urgencies.map(({ label }) => label)]}
      rows={used.map((status) => [status.label, ...urgencies.map(({ code }) => count(status.code, code))])}
    >
      <Stack gap="xs">
        {used.map((status) => (
          <div key={status.code} className={classes.bar}>
            <Text size="sm" truncate>
              {status.label}
            </Text>
            <Progress.Root size="lg">
              {urgencies.map(({ code, color }) => (
                <Progress.Section key={code} value={(count(status.code, code) / most) * 100} color={color} />
              ))}
            </Progress.Root>
            <Text size="sm">{total(status.code)}</Text>
          </div>
        ))}
        <Group gap="md">
          {urgencies.map(({ code, label, color }) => (
            <Group key={code} gap={6} wrap="nowrap">
              <ColorSwatch color={color} size={12} />
              <Text size="sm">{label}</Text>
            </Group>
          ))}
        </Group>
      </Stack>
    </Figure>
  );
}

/** Of what was created lately: how much was taken over and resolved within the target of its urgency. */
function ByUrgency({ figures, urgencies }: Omit<FiguresProps, 'statuses'>): ReactNode {
  const { t } = useTranslation('administration');
  const series = useSeries();
  // In the order of the list, as everywhere.
  const lines = urgencies.flatMap((urgency) => {
    const figure = figures.urgencies.find((each) => each.urgency === urgency.code);
    return figure ? [{ figure, urgency }] : [];
  });
  return (
    <Figure
      title={t('dashboard.byUrgency')}
      columns={[
        t('dashboard.urgency'),
        t('dashboard.created'),
        t('dashboard.takeOverTarget'),
        t('dashboard.takeOverAverage'),
        t('dashboard.takeOver'),
        t('dashboard.resolveTarget'),
        t('dashboard.resolveAverage'),
        t('dashboard.resolve'),
      ]}
      rows={lines.map(({ figure, urgency }) => [
        urgency.label,
        figure.created,
        duration(urgency.takeOverMinutes),
        average(figure.takeOver),
        inTime(figure.takeOver),
        duration(urgency.resolveMinutes),
        average(figure.resolve),
        inTime(figure.resolve),
      ])}
    >
      <BarChart
        withLegend
        legendProps={IN_ORDER}
        barChartProps={SEEN_ONLY}
        {...PERCENT}
        data={lines.map(({ figure, urgency }) => shares({ ...figure, name: urgency.label }))}
        dataKey="name"
        series={series}
      />
    </Figure>
  );
}
