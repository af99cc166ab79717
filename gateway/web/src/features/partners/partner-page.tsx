import '@/shared/ui/all-styles';
import { Alert, Anchor, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partner } from '@/shared/api/types';
import { date } from '@/shared/time/time';
import { Page } from '@/shared/ui/page';
import { Activity } from './activity';
import { More } from './clients-field';
import { ClientName } from './client-name';
import { Connection } from './connection';
import { Credentials } from './credentials/credentials';
import { useEventTypes } from './event-types-field';
import { PartnerDialog } from './partner-dialog';
import { PartnerState } from './partner-state';
import { partnerQuery } from './partners';
import { Section } from './section';
import { StateActions } from './state-actions';
import { Webhooks } from './webhooks/webhooks';

/** A partner: what it may read and how far it has, how it logs in, and where its events are sent. */
export function PartnerPage(): ReactNode {
  const { t } = useTranslation(['partners', 'common']);
  const { id } = useParams({ from: '/administration/partners/$id' });
  const partner = useSuspenseQuery(partnerQuery(id)).data;
  const [editing, setEditing] = useState(false);
  return (
    <Page
      title={partner.name}
      actions={
        partner.state === 'RETIRED' ? null : (
          <>
            <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing(true)}>
              {t('common:edit')}
            </Button>
            <StateActions partner={partner} />
          </>
        )
      }
    >
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/administration/partners" />}>
        <Group gap={4} component="span">
          <IconArrowLeft size={16} aria-hidden />
          {t('title')}
        </Group>
      </Anchor>
      <Group gap="lg">
        <PartnerState state={partner.state} />
        {partner.contactEmail ? <Anchor href={`mailto:${partner.contactEmail}`}>{partner.contactEmail}</Anchor> : null}
        <Text size="sm">
          {t('since')} {date(partner.createdAt)}
        </Text>
      </Group>
      {partner.state === 'SUSPENDED' ? <Alert color="yellow">{t('suspendedHint')}</Alert> : null}
      {partner.state === 'RETIRED' ? <Alert color="gray">{t('retiredHint')}</Alert> : null}
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <Rights partner={partner} />
        <Connection />
      </SimpleGrid>
      {partner.state === 'RETIRED' ? null : <Activity partnerId={partner.id} />}
      <Credentials partner={partner} />
      <Webhooks partner={partner} />
      {editing ? <PartnerDialog partner={partner} onDone={() => setEditing(false)} /> : null}
    </Page>
  );
}

const SHOWN = 12;

function Rights({ partner: { clientIds, eventTypes } }: { partner: Partner }): ReactNode {
  const { t } = useTranslation('partners');
  const words = useEventTypes();
  const [shown, setShown] = useState(SHOWN);
  return (
    <Section title={t('rights')} hint={t('rightsHint')}>
      <div>
        <Text size="sm" fw={600}>
          {t('clients')}
        </Text>
        {clientIds.length === 0 ? <Text size="sm">{t('noClients')}</Text> : null}
        <Stack component="ul" gap={6} p={0} m={0} style={{ listStyle: 'none' }}>
          {clientIds.slice(0, shown).map((id) => (
            <li key={id}>
              <ClientName id={id}>
                {(name) => (
                  <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/clients/$id" params={{ id }} />}>
                    {name}
                  </Anchor>
                )}
              </ClientName>
            </li>
          ))}
        </Stack>
        <More count={clientIds.length - shown} onMore={() => setShown(shown + 5 * SHOWN)} />
      </div>
      <div>
        <Text size="sm" fw={600}>
          {t('types')}
        </Text>
        <Text size="sm">{eventTypes.length === 0 ? t('allTypes') : eventTypes.map((type) => words.get(type) ?? type).join(', ')}</Text>
      </div>
    </Section>
  );
}
