import '@/shared/ui/all-styles';
import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCalendarPlus, IconFileText } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { interventionQuery } from '@/shared/api/interventions';
import type { ClientIntervention } from '@/shared/api/types';
import { Waiting } from '@/shared/queue/waiting';
import { useDirectOutbox } from '@/shared/thread/outbox';
import { Thread } from '@/shared/thread/thread';
import { dateTime, slot } from '@/shared/time/time';
import { UrgencyMark } from '@/shared/ui/marks';
import { Page } from '@/shared/ui/page';
import { Part } from '@/shared/ui/part';
import { useFileLink } from '@/shared/ui/use-file-link';
import { Progress } from './progress';

/** One intervention as the client follows it: how far it is, when somebody comes, what was said and done. */
export function FollowDetail(): ReactNode {
  const { t } = useTranslation('follow');
  const { id } = useParams({ from: '/interventions/$id' });
  const intervention = useSuspenseQuery(interventionQuery(id)).data;
  const outbox = useDirectOutbox(intervention);
  const { site } = intervention;
  return (
    <Page title={intervention.title}>
      <Stack gap="lg" maw={820}>
        <Group gap="md">
          <Text ff="monospace" fw={600}>
            {intervention.reference}
          </Text>
          <UrgencyMark urgency={intervention.urgency} />
          <Text size="sm" c="dimmed">
            {t('asked', { when: dateTime(intervention.createdAt) })}
          </Text>
        </Group>
        <Progress status={intervention.status} />
        <Appointment intervention={intervention} />
        {intervention.report ? <Report intervention={intervention} /> : null}
        <Paper withBorder p="md" component="section" aria-label={t('request')}>
          {intervention.description ? (
            <Text mb="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {intervention.description}
            </Text>
          ) : null}
          {site ? (
            <Text>
              {site.name}, {site.addressLine}, {site.postalCode} {site.city}
            </Text>
          ) : null}
        </Paper>
        <section aria-labelledby="thread-title">
          <Title order={2} size="h4" mb="xs" id="thread-title">
            {t('thread')}
          </Title>
          <Part>
            <Thread interventionId={intervention.id} outbox={outbox} waiting={<Waiting interventionId={intervention.id} />} />
          </Part>
        </section>
      </Stack>
    </Page>
  );
}

function Appointment({ intervention }: { intervention: ClientIntervention }): ReactNode {
  const { t } = useTranslation('follow');
  const { id, plannedStart, plannedEnd, technicianName } = intervention;
  const calendar = useFileLink(id, 'appointment.ics');
  if (!plannedStart || !plannedEnd) {
    return null;
  }
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="appointment-title">
      <Title order={2} size="h4" id="appointment-title">
        {t('appointment')}
      </Title>
      <Text size="lg" fw={600}>
        {slot(plannedStart, plannedEnd)}
      </Text>
      {technicianName ? <Text>{t('with', { name: technicianName })}</Text> : null}
      {intervention.actions.includes('appointment') ? (
        <Button component="a" {...calendar.link} variant="light" mt="xs" leftSection={<IconCalendarPlus size={18} aria-hidden />}>
          {t('addToCalendar')}
        </Button>
      ) : null}
      {calendar.failure}
    </Paper>
  );
}

function Report({ intervention }: { intervention: ClientIntervention }): ReactNode {
  const { t } = useTranslation('follow');
  const { id, actualStart, actualEnd, report } = intervention;
  const pdf = useFileLink(id, 'report.pdf');
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="report-title">
      <Title order={2} size="h4" id="report-title">
        {t('report')}
      </Title>
      {actualStart && actualEnd ? <Text size="sm">{slot(actualStart, actualEnd)}</Text> : null}
      <Text mt="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {report}
      </Text>
      {intervention.actions.includes('report') ? (
        <Anchor {...pdf.link}>
          <Group gap={6} mt="xs">
            <IconFileText size={18} aria-hidden />
            {t('pdf')}
          </Group>
        </Anchor>
      ) : null}
      {pdf.failure}
    </Paper>
  );
}
