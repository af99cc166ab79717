import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { date } from '@/shared/time/words';
import { BarChart, LineChart } from './drawn';
import { Figure } from './figure';
import { hours, HOURS, IN_ORDER, PERCENT, SEEN_ONLY, shares, tallyCells, tallyColumns, useSeries } from './tallied';

type Figures = components['schemas']['Figures'];

/** The busiest; the others are in the table. */
const MOST_BARS = 8;
const NAMES = { width: 150, interval: 0 };

/** Of what was created in each week: whether it was in time, and how long it took. */
export function ByWeek({ figures }: { figures: Figures }): ReactNode {
  const { t } = useTranslation('administration');
  const series = useSeries();
  const along = { withLegend: true, legendProps: IN_ORDER, lineChartProps: SEEN_ONLY, connectNulls: true, dataKey: 'name' } as const;
  const weeks = figures.weeks.map((week) => ({ ...week, name: date(week.monday).slice(0, 5) }));
  return (
    <Figure
      title={t('dashboard.byWeek')}
      columns={[t('dashboard.week'), t('dashboard.created'), ...tallyColumns(t)]}
      rows={figures.weeks.map((week) => [date(week.monday), week.created, ...tallyCells(week)])}
    >
      <Subject>{t('dashboard.inTime')}</Subject>
      <LineChart {...along} {...PERCENT} data={weeks.map(shares)} series={series} />
      <Subject>{t('dashboard.averages')}</Subject>
      {/* Minutes beside days: each has a scale of its own. */}
      <LineChart
        {...along}
        withRightYAxis
        yAxisLabel={t('dashboard.resolving')}
        rightYAxisLabel={t('dashboard.takingOver')}
        rightYAxisProps={HOURS}
        {...HOURS}
        data={weeks.map(hours)}
        series={series.map((each) => (each.name === 'takeOver' ? { ...each, yAxisId: 'right' } : each))}
      />
    </Figure>
  );
}

export function ByTechnician({ figures }: { figures: Figures }): ReactNode {
  const { t } = useTranslation('administration');
  const series = useSeries();
  const technicians = figures.technicians.map((technician) => ({ ...technician, name: technician.name ?? technician.technicianId }));
  const busiest = technicians.slice(0, MOST_BARS);
  const across = { orientation: 'vertical', withLegend: true, legendProps: IN_ORDER, yAxisProps: NAMES, barChartProps: SEEN_ONLY, dataKey: 'name', series } as const;
  return (
    <Figure
      title={t('dashboard.byTechnician')}
      columns={[t('dashboard.technician'), t('dashboard.interventions'), ...tallyColumns(t)]}
      rows={technicians.map((technician) => [technician.name, technician.interventions, ...tallyCells(technician)])}
    >
      <Subject>{t('dashboard.inTime')}</Subject>
      <BarChart {...across} xAxisProps={{ ...PERCENT.yAxisProps, unit: PERCENT.unit }} data={busiest.map(shares)} />
      <Subject>{t('dashboard.averages')}</Subject>
      <BarChart {...across} xAxisProps={HOURS} data={busiest.map(hours)} />
    </Figure>
  );
}

function Subject({ children }: { children: ReactNode }): ReactNode {
  return (
    <Text size="sm" fw={600} my="xs">
      {children}
    </Text>
  );
}
