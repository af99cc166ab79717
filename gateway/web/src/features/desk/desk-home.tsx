import { Anchor, Badge, Button, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { interventionsQuery } from '@/shared/api/interventions';
import type { ListedIntervention } from '@/shared/api/types';
import cards from '@/shared/ui/cards.module.css';
import { InterventionCard } from '@/shared/ui/intervention-card';
import { Failure } from '@/shared/ui/notices';
import { Page } from '@/shared/ui/page';
import { type SectionName, SECTIONS, SHOWN } from './sections';

interface SectionProps {
  name: SectionName;
  keeps?: (intervention: ListedIntervention) => boolean;
}

/** Given back by the technician; what the desk took back or the admin opened again is new work. */
const wasRefused = ({ statusBy }: ListedIntervention): boolean => statusBy === 'TECHNICIAN';

/** As high as most cards, and as many as can come: what is below does not move when they do. */
const CARD_HEIGHT = 196;
const PLACES = Array.from({ length: SHOWN }, (_, place) => place);

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
        <Section name="overdue" />
        <Section name="refused" keeps={wasRefused} />
        <Section name="incoming" keeps={(intervention) => !wasRefused(intervention)} />
        <Section name="done" />
        <Section name="waiting" />
      </Stack>
    </Page>
  );
}

function Section({ name, keeps = () => true }: SectionProps): ReactNode {
  const filter = SECTIONS[name];
  const { t } = useTranslation('desk');
  // Something becomes late by time alone, and nothing tells of it.
  const looking = filter.overdue ? { refetchInterval: 60_000 } : {};
  const { data: newest, error, refetch } = useQuery({ ...interventionsQuery(filter), ...looking });
  const data = useDeferredValue(newest);
  const all = (data?.items as ListedIntervention[] | undefined)?.filter(keeps);
  const count = all?.length ?? 0;
  // What is kept of the first of a list says nothing of the others.
  const hasUnread = Boolean(data?.nextCursor);
  const more = count > SHOWN || hasUnread;
  const { limit: _, ...search } = filter;
  return (
    <section aria-labelledby={`desk-${name}`}>
      <Group justify="space-between" mb="xs">
        <Group gap="xs">
          <Title order={2} size="h4" id={`desk-${name}`}>
            {t(`sections.${name}`)}
          </Title>
          {all && (count > 0 || !hasUnread) ? <Badge variant="default">{more ? `${Math.min(count, SHOWN)}+` : count}</Badge> : null}
        </Group>
        {more ? (
          <Anchor renderRoot={(props) => <Link {...props} to="/interventions" search={search} />} aria-label={t('allOf', { section: t(`sections.${name}`) })}>
            {t('all')}
          </Anchor>
        ) : null}
      </Group>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {all?.length === 0 ? (
        <Text c="dimmed">{hasUnread ? t('noneOfFirst', { count: data?.items.length }) : t(`hints.${name}`)}</Text>
      ) : null}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm" className={cards.cards}>
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
