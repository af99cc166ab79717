import { Paper, SimpleGrid, Skeleton, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListFilter } from '@/shared/api/interventions';
import type { components } from '@/shared/api/schema';
import type { Category, Status } from '@/shared/api/types';
import classes from './numbers.module.css';

type Figures = components['schemas']['Figures'];

interface Count {
  name: 'overdue' | 'toPlan' | 'planned' | 'active' | 'paused' | 'toClose';
  filter: ListFilter;
  categories: Category[];
}

const COUNTS: Count[] = [
  { name: 'toPlan', filter: { category: ['OPEN'] }, categories: ['OPEN'] },
  { name: 'planned', filter: { category: ['PLANNED'] }, categories: ['PLANNED'] },
  { name: 'active', filter: { category: ['ACTIVE'] }, categories: ['ACTIVE'] },
  { name: 'paused', filter: { category: ['PAUSED'] }, categories: ['PAUSED'] },
  { name: 'toClose', filter: { category: ['RESOLVED'] }, categories: ['RESOLVED'] },
];

/** What stands where right now; each number leads to its list. */
export function Numbers({ figures, statuses }: { figures: Figures | undefined; statuses: Status[] }): ReactNode {
  const category = new Map(statuses.map((status) => [status.code, status.category]));
  const load = figures?.load ?? [];
  const sum = (categories: Category[]): number =>
    load.reduce((total, { status, count }) => {
      const known = category.get(status);
      return known && categories.includes(known) ? total + count : total;
    }, 0);
  const overdue = load.reduce((total, each) => total + each.overdue, 0);
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
      <Number name="overdue" filter={{ overdue: true }} value={figures ? overdue : undefined} late={overdue > 0} />
      {COUNTS.map(({ name, filter, categories }) => (
        <Number key={name} name={name} filter={filter} value={figures ? sum(categories) : undefined} />
      ))}
    </SimpleGrid>
  );
}

interface NumberProps {
  name: Count['name'];
  filter: ListFilter;
  /** Not known yet. */
  value: number | undefined;
  late?: boolean;
}

function Number({ name, filter, value, late }: NumberProps): ReactNode {
  const { t } = useTranslation('administration');
  return (
    <Paper
      withBorder
      p="sm"
      className={classes.number}
      data-late={late || undefined}
      renderRoot={(props) => <Link {...props} to="/interventions" search={filter} />}
    >
      {value === undefined ? <Skeleton height={36} width={60} /> : <span className={classes.value}>{value}</span>}
      <Text size="sm">{t(`dashboard.counts.${name}`)}</Text>
    </Paper>
  );
}
