import { ColorSwatch, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import type { Status, Urgency } from '@/shared/api/types';
import { date, duration } from '@/shared/time/time';
import { BarChart, LineChart } from './drawn';
import { Figure } from './figure';
import classes from './figures.module.css';
import { share } from './statistics';

type Figures = components['schemas']['Figures'];

interface FiguresProps {
  figures: Figures;
  statuses: Status[];
  urgencies: Urgency[];
}

const PERCENT = { yAxisProps: { domain: [0, 100] as [number, number] }, unit: ' %' };
/** Whoever listens reads the table beside it. */
const SEEN_ONLY = { accessibilityLayer: false };
const TAKE_OVER = 'accord.7';
const RESOLVE = 'orange.8';

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
  const lines = figures.urgencies.map((figure) => ({ figure, urgency: urgencies.find(({ code }) => code === figure.urgency) }));
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
        urgency?.label ?? figure.urgency,
        figure.created,
        urgency ? duration(urgency.takeOverMinutes) : null,
        average(figure.takeOver),
        percent(figure.takeOver),
        urgency ? duration(urgency.resolveMinutes) : null,
        average(figure.resolve),
        percent(figure.resolve),
      ])}
    >
      <BarChart
        withLegend
        barChartProps={SEEN_ONLY}
        {...PERCENT}
        data={lines.map(({ figure, urgency }) => ({
          urgency: urgency?.label ?? figure.urgency,
          takeOver: share(figure.takeOver),
          resolve: share(figure.resolve),
        }))}
        dataKey="urgency"
        series={[
          { name: 'takeOver', label: t('dashboard.takeOver'), color: TAKE_OVER },
          { name: 'resolve', label: t('dashboard.resolve'), color: RESOLVE },
        ]}
      />
    </Figure>
  );
}

function ByWeek({ figures }: { figures: Figures }): ReactNode {
  const { t } = useTranslation('administration');
  return (
    <Figure
      title={t('dashboard.byWeek')}
      columns={[t('dashboard.week'), t('dashboard.created'), t('dashboard.takeOver'), t('dashboard.resolve')]}
      rows={figures.weeks.map((week) => [date(week.monday), week.created, percent(week.takeOver), percent(week.resolve)])}
    >
      <LineChart
        withLegend
        lineChartProps={SEEN_ONLY}
        connectNulls
        {...PERCENT}
        data={figures.weeks.map((week) => ({
          week: date(week.monday).slice(0, 5),
          takeOver: share(week.takeOver),
          resolve: share(week.resolve),
        }))}
        dataKey="week"
        series={[
          { name: 'takeOver', label: t('dashboard.takeOver'), color: TAKE_OVER },
          { name: 'resolve', label: t('dashboard.resolve'), color: RESOLVE },
        ]}
      />
    </Figure>
  );
}

function ByTechnician({ figures }: { figures: Figures }): ReactNode {
  const { t } = useTranslation('administration');
  const lines = figures.technicians.slice(0, 12);
  return (
    <Figure
      title={t('dashboard.byTechnician')}
      columns={[t('dashboard.technician'), t('dashboard.interventions'), t('dashboard.resolveAverage'), t('dashboard.resolve')]}
      rows={figures.technicians.map((technician) => [
        technician.name ?? technician.technicianId,
        technician.interventions,
        average(technician.resolve),
        percent(technician.resolve),
      ])}
    >
      <BarChart
        orientation="vertical"
        yAxisProps={{ width: 150, interval: 0 }}
        barChartProps={SEEN_ONLY}
        data={lines.map((technician) => ({ technician: technician.name ?? '', interventions: technician.interventions }))}
        dataKey="technician"
        series={[{ name: 'interventions', label: t('dashboard.interventions'), color: TAKE_OVER }]}
      />
    </Figure>
  );
}

function average({ averageMinutes }: { averageMinutes?: number | null }): string | null {
  return averageMinutes === null || averageMinutes === undefined ? null : duration(averageMinutes);
}

function percent(tally: { reached: number; inTime: number }): string | null {
  const value = share(tally);
  return value === null ? null : `${value} %`;
}
