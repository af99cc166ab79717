import { Badge, Group, Stack, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { statusesQuery } from '@/shared/api/lists';
import { useToday } from '@/shared/time/now';
import { calendarDay, day as dayName } from '@/shared/time/words';
import cards from '@/shared/ui/cards.module.css';
import { InterventionCard } from '@/shared/ui/intervention-card';
import { Empty } from '@/shared/ui/notices';
import { Page } from '@/shared/ui/page';
import { byDay } from './jobs';
import { jobsQuery } from './jobs-query';
import { statusAfter } from '@/shared/queue/merge';
import { useOperations } from '@/shared/queue/use-operations';

/** Today and the days to come, in the order in which a technician goes. */
export function TodayPage(): ReactNode {
  const { t } = useTranslation('field');
  const today = useToday();
  const { data: jobs } = useSuspenseQuery(jobsQuery);
  const statuses = useQuery(statusesQuery).data;
  const operations = useOperations();
  const days = useMemo(() => {
    const done = (id: string) => operations.filter((operation) => operation.interventionId === id);
    return byDay(jobs.map((job) => ({ ...job, status: statusAfter(job.status, done(job.id), statuses ?? []) })));
  }, [jobs, operations, statuses]);
  return (
    <Page title={t('title')}>
      {days.length === 0 ? <Empty>{t('nothing')}</Empty> : null}
      <Stack gap="lg">
        {days.map(({ day, jobs }) => (
          <section key={day} aria-labelledby={`day-${day}`}>
            <Group gap="xs" mb="xs">
              <Title order={2} size="h4" id={`day-${day}`}>
                {heading(day, today, t)}
              </Title>
              <Badge variant="default">{jobs.length}</Badge>
            </Group>
            <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }} className={cards.cards}>
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

const DAY = 24 * 60 * 60_000;

function heading(day: string, today: string, t: ReturnType<typeof useTranslation<'field'>>['t']): string {
  switch (day) {
    case 'under way':
      return t('days.underWay');
    case 'paused':
      return t('days.paused');
    case 'undated':
      return t('days.undated');
    case today:
      return t('days.today');
    // From noon to noon, because some days have an hour more or less.
    case calendarDay(new Date(Date.parse(`${today}T12:00:00Z`) + DAY)):
      return t('days.tomorrow');
    default:
      return begun(dayName(`${day}T12:00:00Z`));
  }
}

/** With a capital letter, as a heading begins. */
function begun(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
