import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { interventionsQuery } from '@/shared/api/interventions';
import type { ListedIntervention } from '@/shared/api/types';
import { relative } from '@/shared/time/time';
import { UrgencyMark } from '@/shared/ui/marks';
import { Failure, Loading } from '@/shared/ui/notices';
import classes from './planning.module.css';

/** The kind of data that is dragged from here onto the board. */
export const WAITING = 'application/x-accord-waiting';

export interface Waiting {
  id: string;
}

/** What has no appointment yet, the most pressing first. */
export function ToPlan(): ReactNode {
  const { t } = useTranslation(['planning', 'common']);
  const open = useQuery(interventionsQuery({ category: ['OPEN'], sort: 'dueAt', limit: 50 }));
  const items = (open.data?.items ?? []) as ListedIntervention[];
  return (
    <section aria-labelledby="to-plan" className={classes.waiting}>
      <Title order={2} size="h4" id="to-plan">
        {t('toPlan')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {items.length > 0 ? t('toPlanHint') : null}
      </Text>
      {open.error ? <Failure error={open.error} onRetry={() => void open.refetch()} /> : null}
      {open.isPending ? <Loading /> : null}
      {open.data && items.length === 0 ? <Text c="dimmed">{t('nothingToPlan')}</Text> : null}
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((intervention) => (
          <li key={intervention.id}>
            <WaitingCard intervention={intervention} />
          </li>
        ))}
      </Stack>
    </section>
  );
}

function WaitingCard({ intervention }: { intervention: ListedIntervention }): ReactNode {
  const { t } = useTranslation(['planning', 'common']);
  return (
    <Card
      withBorder
      padding="xs"
      draggable
      style={{ cursor: 'grab' }}
      onDragStart={(event) => {
        event.dataTransfer.setData(WAITING, JSON.stringify({ id: intervention.id } satisfies Waiting));
        event.dataTransfer.effectAllowed = 'copyMove';
      }}
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
          <Group justify="space-between" gap={4}>
            <Text size="xs" c={intervention.overdue ? 'var(--accord-late)' : 'dimmed'}>
              {intervention.dueAt ? t('common:due', { when: relative(intervention.dueAt) }) : null}
            </Text>
            <Button
              renderRoot={(props) => <Link {...props} to="/interventions/$id" params={{ id: intervention.id }} />}
              size="compact-xs"
              variant="light"
              aria-label={t('plan', { title: intervention.title })}
            >
              {intervention.reference}
            </Button>
          </Group>
        </Stack>
      </Group>
    </Card>
  );
}
