import { Card, Group, Stack, Text } from '@mantine/core';
import { IconCalendar, IconMapPin, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientListedIntervention, ListedIntervention } from '@/shared/api/types';
import { relative, slot } from '@/shared/time/time';
import classes from './intervention-card.module.css';
import { StatusMark, UrgencyMark } from './marks';

type Listed = ListedIntervention | ClientListedIntervention;

/** A line of a list where there is room for a few: all of it is one link. */
export function InterventionCard({ intervention, children }: { intervention: Listed; children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <Card
      renderRoot={(props) => <Link {...props} to="/interventions/$id" params={{ id: intervention.id }} />}
      withBorder
      padding="sm"
      className={classes.card}
      data-overdue={intervention.overdue || undefined}
    >
      <Stack gap={6}>
        <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
          <Text fw={600} lineClamp={2}>
            {intervention.title}
          </Text>
          <UrgencyMark urgency={intervention.urgency} quiet />
        </Group>
        <Group gap="xs">
          <StatusMark status={intervention.status} />
          <Text size="sm" ff="monospace">
            {intervention.reference}
          </Text>
        </Group>
        <Line icon={<IconMapPin size={16} aria-hidden />}>
          {[intervention.clientName, intervention.siteName, intervention.city].filter(Boolean).join(' · ')}
        </Line>
        {intervention.plannedStart && intervention.plannedEnd ? (
          <Line icon={<IconCalendar size={16} aria-hidden />}>{slot(intervention.plannedStart, intervention.plannedEnd)}</Line>
        ) : null}
        {intervention.technicianName ? <Line icon={<IconUser size={16} aria-hidden />}>{intervention.technicianName}</Line> : null}
        {intervention.dueAt ? (
          <Text size="sm" fw={intervention.overdue ? 700 : 400} className={intervention.overdue ? classes.late : undefined}>
            {intervention.overdue ? `${t('overdue')} · ` : ''}
            {t('due', { when: relative(intervention.dueAt) })}
          </Text>
        ) : null}
        {children}
      </Stack>
    </Card>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }): ReactNode {
  return (
    <Group gap={6} wrap="nowrap">
      {icon}
      <Text size="sm" truncate>
        {children}
      </Text>
    </Group>
  );
}
