import '@/shared/ui/all-styles';
import { Alert, Group, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WaitingOperation } from '@/shared/queue/waiting-operation';
import { Thread } from '@/shared/thread/thread';
import { slot } from '@/shared/time/time';
import { StatusMark, UrgencyMark } from '@/shared/ui/marks';
import { Page } from '@/shared/ui/page';
import { Part } from '@/shared/ui/part';
import { JobSteps } from './job-steps';
import { Place } from './place';
import { Evidence } from './evidence';
import { useActs } from './use-acts';
import { useJob } from './use-job';
import { Worked } from './worked';

/** What a technician needs on the spot, the next step first. */
export function JobPage(): ReactNode {
  const { t } = useTranslation('field');
  const { id } = useParams({ from: '/interventions/$id' });
  const { job, waiting } = useJob(id);
  const acts = useActs(job);
  const refused = waiting.filter((operation) => operation.refused);
  const others = waiting.filter((operation) => !operation.refused);
  return (
    <Page title={job.title}>
      <Stack gap="md">
        <Group gap="sm">
          <Text ff="monospace" fw={600}>
            {job.reference}
          </Text>
          <StatusMark status={job.status} />
          <UrgencyMark urgency={job.urgency} />
        </Group>
        {refused.map((operation) => (
          <WaitingOperation key={operation.id} operation={operation} />
        ))}
        {job.statusReason ? (
          <Alert color="yellow" variant="light">
            {t('because', { reason: job.statusReason })}
          </Alert>
        ) : null}
        {job.plannedStart && job.plannedEnd ? (
          <Text fw={600} size="lg">
            {slot(job.plannedStart, job.plannedEnd)}
          </Text>
        ) : null}
        <JobSteps job={job} acts={acts} />
        <Place job={job} />
        {job.description ? <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{job.description}</Text> : null}
        <Worked job={job} isSent={!waiting.some(({ kind }) => kind === 'step')} />
        {job.report ? (
          <section aria-label={t('report')}>
            <Text fw={600}>{t('report')}</Text>
            <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{job.report}</Text>
          </section>
        ) : null}
        <Evidence interventionId={job.id} acts={acts} signer={job.site?.contactName ?? ''} />
        <Part>
          <Thread
            interventionId={job.id}
            outbox={acts.outbox}
            waiting={others.length > 0 ? others.map((operation) => <WaitingOperation key={operation.id} operation={operation} />) : null}
          />
        </Part>
      </Stack>
    </Page>
  );
}
