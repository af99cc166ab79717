import { Badge, Group, Stack, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { statusesQuery } from '@/shared/api/lists';
import type { ListedIntervention } from '@/shared/api/types';
import { day as dayName, paris } from '@/shared/time/time';
import { InterventionCard } from '@/shared/ui/intervention-card';
import { Empty } from '@/shared/ui/notices';
import { Page } from '@/shared/ui/page';
import { byDay, jobsQuery } from './jobs';
import { statusAfter } from './queue/merge';
import { useOperations } from './queue/use-operations';

/** Today and the days to come, in the order in which a technician goes. */
export function TodayPage(): ReactNode {
  const { t } = useTranslation('field');
  const { data } = useSuspenseQuery(jobsQuery);
  const statuses = useQuery(statusesQuery).data;
  const operations = useOperations();
  const days = useMemo(() => {
    const jobs = data.items as ListedIntervention[];
    const done = (id: string) => operations.filter((operation) => operation.interventionId === id);
    return byDay(jobs.map((job) => ({ ...job, status: statusAfter(job.status, done(job.id), statuses ?? []) })));
  }, [data, operations, statuses]);
  return (
    <Page title={t('title')}>
      {days.length === 0 ? <Empty>{t('nothing')}</Empty> : null}
      <Stack gap="lg">
        {days.map(({ day, jobs }) => (
          <section key={day} aria-labelledby={`day-${day}`}>
            <Group gap="xs" mb="xs">
              <Title order={2} size="h4" id={`day-${day}`}>
                {heading(day, t)}
              </Title>
              <Badge variant="default">{jobs.length}</Badge>
            </Group>
            <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
              {jobs.map((job) => (
                <li key={job.id}>
                  <InterventionCard intervention={job} />
                </li>
              ))}
            </Stack>
          </section>
        ))}
      </Stack>
    </Page>
  );
}

function heading(day: string, t: ReturnType<typeof useTranslation<'field'>>['t']): string {
  switch (day) {
    case 'under way':
      return t('days.underWay');
    case 'paused':
      return t('days.paused');
    case 'undated':
      return t('days.undated');
    case paris().format('YYYY-MM-DD'):
      return t('days.today');
    case paris().add(1, 'day').format('YYYY-MM-DD'):
      return t('days.tomorrow');
    default:
      return dayName(`${day}T12:00:00Z`);
  }
}
