import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { interventionsQuery } from '@/shared/api/interventions';
import { statusesQuery, transitionsQuery } from '@/shared/api/lists';
import type { ListedIntervention } from '@/shared/api/types';
import { useRole } from '@/shared/session/session';
import { Due } from '@/shared/ui/due';
import { StatusMark, UrgencyMark } from '@/shared/ui/marks';
import { Failure, Loading } from '@/shared/ui/notices';
import type { Carried } from './board';
import classes from './planning.module.css';
import { PlanButton } from './plan-button';
import { hasItsAppointment, minutesOf, waitingFilters, waitingStatuses } from './waiting';

/** The kind of data that is dragged from here onto the board. */
export const WAITING = 'application/x-accord-waiting';

interface ToPlanProps {
  /** Told what is taken up, and when it is let go. */
  onCarry: (carried: Carried | null) => void;
}

/** What has no appointment, or needs another: the most pressing first, then what waits without a clock. */
export function ToPlan({ onCarry }: ToPlanProps): ReactNode {
  const { t } = useTranslation(['planning', 'common']);
  const role = useRole();
  const statuses = useQuery(statusesQuery);
  const transitions = useQuery(transitionsQuery);
  const isKnown = statuses.data !== undefined && transitions.data !== undefined;
  const filters = waitingFilters(waitingStatuses(statuses.data ?? [], transitions.data ?? [], role));
  const lists = useQueries({ queries: filters.map((filter) => interventionsQuery(filter)) });
  const items = lists.flatMap(({ data }) => (data?.items ?? []) as ListedIntervention[]).filter((item) => !hasItsAppointment(item));
  const failed = [statuses, transitions, ...lists].find(({ error }) => error);
  const isPending = !isKnown || lists.some((list) => list.isPending);
  return (
    <section aria-labelledby="to-plan" className={classes.waiting}>
      <Title order={2} size="h4" id="to-plan">
        {t('toPlan')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {items.length > 0 ? t('toPlanHint') : null}
      </Text>
      {failed ? <Failure error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {isPending && !failed ? <Loading /> : null}
      {!isPending && !failed && items.length === 0 ? <Text c="dimmed">{t('nothingToPlan')}</Text> : null}
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((intervention) => (
          <li key={intervention.id}>
            <WaitingCard intervention={intervention} onCarry={onCarry} />
          </li>
        ))}
      </Stack>
    </section>
  );
}

function WaitingCard({ intervention, onCarry }: { intervention: ListedIntervention } & ToPlanProps): ReactNode {
  const { t } = useTranslation('planning');
  return (
    <Card
      withBorder
      padding="xs"
      draggable
      style={{ cursor: 'grab' }}
      onDragStart={(event) => {
        const carried: Carried = { id: intervention.id, minutes: minutesOf(intervention) };
        event.dataTransfer.setData(WAITING, JSON.stringify(carried));
        event.dataTransfer.effectAllowed = 'copyMove';
        onCarry(carried);
      }}
      onDragEnd={() => onCarry(null)}
    >
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <IconGripVertical size={18} aria-hidden />
        <Stack gap={2} flex={1} miw={0}>
          <Group justify="space-between" gap={4} wrap="nowrap">
            <Text size="sm" fw={600} truncate>
              {intervention.title}
            </Text>
            <UrgencyMark urgency={intervention.urgency} quiet />
          </Group>
          <Text size="xs" truncate>
            {[intervention.clientName, intervention.city].filter(Boolean).join(' · ')}
          </Text>
          {intervention.status.category === 'OPEN' ? null : <StatusMark status={intervention.status} />}
          <Group justify="space-between" gap={4}>
            <Text size="xs" c={intervention.overdue ? 'var(--accord-late)' : 'dimmed'}>
              {intervention.dueAt ? <Due at={intervention.dueAt} /> : null}
            </Text>
            <Group gap={4}>
              <Button
                renderRoot={(props) => <Link {...props} to="/interventions/$id" params={{ id: intervention.id }} />}
                size="compact-sm"
                variant="subtle"
                aria-label={t('open', { reference: intervention.reference, title: intervention.title })}
              >
                {intervention.reference}
              </Button>
              <PlanButton intervention={intervention} />
            </Group>
          </Group>
        </Stack>
      </Group>
    </Card>
  );
}
