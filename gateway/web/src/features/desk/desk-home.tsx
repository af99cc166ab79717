import { Anchor, Badge, Button, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { interventionsQuery, type ListFilter } from '@/shared/api/interventions';
import type { ListedIntervention } from '@/shared/api/types';
import { InterventionCard } from '@/shared/ui/intervention-card';
import { Failure } from '@/shared/ui/notices';
import { Page } from '@/shared/ui/page';

const SHOWN = 6;

type SectionName = 'overdue' | 'incoming' | 'refused' | 'waiting' | 'done';

interface SectionProps {
  name: SectionName;
  filter: ListFilter;
  keeps?: (intervention: ListedIntervention) => boolean;
}

/** Given back by the technician, or opened again: there is a reason why it is new once more. */
const wasGivenBack = (intervention: ListedIntervention): boolean => Boolean(intervention.statusReason);

/** As high as most cards, and as many as can come: what is below does not move when they do. */
const CARD_HEIGHT = 196;
const PLACES = Array.from({ length: SHOWN }, (_, place) => place);

const OPEN: ListFilter = { category: ['OPEN'], sort: 'dueAt', limit: 50 };

/** What needs the dispatcher now, the most pressing first. */
export function DeskHome(): ReactNode {
  const { t } = useTranslation('desk');
  return (
    <Page
      title={t('title')}
      actions={
        <Button component={Link} to="/interventions/new" leftSection={<IconPlus size={18} aria-hidden />}>
          {t('new')}
        </Button>
      }
    >
      <Stack gap="xl">
        <Section name="overdue" filter={{ overdue: true, sort: 'dueAt', limit: SHOWN + 1 }} />
        <Section name="refused" filter={OPEN} keeps={wasGivenBack} />
        <Section name="incoming" filter={OPEN} keeps={(intervention) => !wasGivenBack(intervention)} />
        <Section name="done" filter={{ category: ['RESOLVED'], sort: 'createdAt', limit: SHOWN + 1 }} />
        <Section name="waiting" filter={{ category: ['PAUSED'], sort: 'createdAt', limit: SHOWN + 1 }} />
      </Stack>
    </Page>
  );
}

function Section({ name, filter, keeps = () => true }: SectionProps): ReactNode {
  const { t } = useTranslation('desk');
  // Something becomes late by time alone, and nothing tells of it.
  const looking = filter.overdue ? { refetchInterval: 60_000 } : {};
  const { data: newest, error, refetch } = useQuery({ ...interventionsQuery(filter), ...looking });
  const data = useDeferredValue(newest);
  const all = (data?.items as ListedIntervention[] | undefined)?.filter(keeps);
  const more = (all?.length ?? 0) > SHOWN || Boolean(data?.nextCursor);
  const { limit: _, ...search } = filter;
  return (
    <section aria-labelledby={`desk-${name}`}>
      <Group justify="space-between" mb="xs">
        <Group gap="xs">
          <Title order={2} size="h4" id={`desk-${name}`}>
            {t(`sections.${name}`)}
          </Title>
          {all ? <Badge variant="default">{more ? `${SHOWN}+` : all.length}</Badge> : null}
        </Group>
        {more ? (
          <Anchor renderRoot={(props) => <Link {...props} to="/interventions" search={search} />} aria-label={`${t('all')} : ${t(`sections.${name}`)}`}>
            {t('all')}
          </Anchor>
        ) : null}
      </Group>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {all?.length === 0 ? <Text c="dimmed">{t(`hints.${name}`)}</Text> : null}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
        {all
          ? all.slice(0, SHOWN).map((intervention) => (
              <InterventionCard key={intervention.id} intervention={intervention}>
                {intervention.statusReason ? <Text size="sm">{t('because', { reason: intervention.statusReason })}</Text> : null}
              </InterventionCard>
            ))
          : error
            ? null
            : PLACES.map((place) => <Skeleton key={place} height={CARD_HEIGHT} radius="md" />)}
      </SimpleGrid>
    </section>
  );
}
