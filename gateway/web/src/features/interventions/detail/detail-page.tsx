import '@/shared/ui/all-styles';
import '@/shared/ui/dates-styles.css';
import { Alert, Anchor, Grid, Group, Stack, Tabs, Text } from '@mantine/core';
import { IconHistory, IconMessages } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { interventionQuery } from '@/shared/api/interventions';
import type { Intervention } from '@/shared/api/types';
import { Waiting } from '@/shared/queue/waiting';
import { useMe } from '@/shared/session/session';
import { useDirectOutbox } from '@/shared/thread/outbox';
import { Thread } from '@/shared/thread/thread';
import { Due } from '@/shared/ui/due';
import { StatusMark, UrgencyMark } from '@/shared/ui/marks';
import { Page } from '@/shared/ui/page';
import { Part } from '@/shared/ui/part';
import { lastSearch } from '../list/last-search';
import { Facts } from './facts';
import { HistoryList } from './history-list';
import { StepBar } from './step-bar';

/** One intervention as the desk sees it: where it stands, what can be done now, and all that is known. */
export function DetailPage(): ReactNode {
  const { id } = useParams({ from: '/interventions/$id' });
  const { t } = useTranslation(['interventions', 'common']);
  const intervention = useSuspenseQuery(interventionQuery(id)).data as Intervention;
  const me = useMe();
  const outbox = useDirectOutbox(intervention);
  return (
    <Page title={intervention.title}>
      <Stack gap="md">
        <Group gap="md">
          <Text ff="monospace" fw={600}>
            {intervention.reference}
          </Text>
          <StatusMark status={intervention.status} />
          <UrgencyMark urgency={intervention.urgency} />
          {intervention.dueAt ? (
            <Text size="sm" fw={intervention.overdue ? 700 : 400} c={intervention.overdue ? 'var(--accord-late)' : undefined}>
              {intervention.overdue ? `${t('common:overdue')} · ` : ''}
              <Due at={intervention.dueAt} />
            </Text>
          ) : null}
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/interventions" search={lastSearch(me.id)} />}>
            {t('listTitle')}
          </Anchor>
        </Group>
        {intervention.statusReason ? (
          <Alert color="yellow" variant="light">
            {t('detail.statusBecause', { reason: intervention.statusReason })}
          </Alert>
        ) : null}
        <StepBar intervention={intervention} />
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Facts intervention={intervention} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Tabs defaultValue="thread" keepMounted={false}>
              <Tabs.List mb="sm">
                <Tabs.Tab value="thread" leftSection={<IconMessages size={18} aria-hidden />}>
                  {t('detail.thread')}
                </Tabs.Tab>
                <Tabs.Tab value="history" leftSection={<IconHistory size={18} aria-hidden />}>
                  {t('detail.history')}
                </Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="thread">
                <Part>
                  <Thread interventionId={intervention.id} outbox={outbox} waiting={<Waiting interventionId={intervention.id} />} />
                </Part>
              </Tabs.Panel>
              <Tabs.Panel value="history">
                <Part>
                  <HistoryList interventionId={intervention.id} />
                </Part>
              </Tabs.Panel>
            </Tabs>
          </Grid.Col>
        </Grid>
      </Stack>
    </Page>
  );
}
