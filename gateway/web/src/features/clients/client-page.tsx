import '@/shared/ui/all-styles';
import { Alert, Anchor, Badge, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, etag } from '@/shared/api/client';
import { clientQuery, sitePages } from '@/shared/api/clients';
import { keys } from '@/shared/api/keys';
import type { Client, Site } from '@/shared/api/types';
import { useRole } from '@/shared/session/session';
import { Empty, Failure } from '@/shared/ui/notices';
import { Page } from '@/shared/ui/page';
import { MorePages } from '@/shared/ui/paged';
import { ClientForm } from './client-form';
import { SiteForm } from './site-form';

/** A client with all of its sites; dispatchers read and add, an admin changes and retires. */
export function ClientPage(): ReactNode {
  const { t } = useTranslation(['clients', 'common']);
  const { id: clientId } = useParams({ from: '/clients/$id' });
  const admin = useRole() === 'ADMIN';
  const client = useSuspenseQuery(clientQuery(clientId)).data;
  const sites = useSuspenseInfiniteQuery(sitePages(clientId));
  const all = sites.data.pages.flatMap((page) => page.items);
  const [edited, setEdited] = useState<'client' | 'new site' | Site | null>(null);
  const close = (): void => setEdited(null);
  return (
    <Page
      title={client.name}
      actions={
        <>
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/interventions" search={{ clientId: client.id }} />}>
            {t('interventions')}
          </Button>
          {admin ? (
            <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEdited('client')}>
              {t('common:edit')}
            </Button>
          ) : null}
          {admin ? <RetireClient client={client} /> : null}
        </>
      }
    >
      {client.active ? null : <Alert color="gray">{t('retiredHint')}</Alert>}
      <Group gap="lg">
        <Text ff="monospace">{client.code}</Text>
        {client.phone ? <Anchor href={`tel:${client.phone.replaceAll(' ', '')}`}>{client.phone}</Anchor> : null}
        {client.email ? <Anchor href={`mailto:${client.email}`}>{client.email}</Anchor> : null}
        {client.contactName ? <Text>{client.contactName}</Text> : null}
      </Group>
      <Group justify="space-between" mt="md">
        <Title order={2} size="h4">
          {t('sites')}
        </Title>
        {client.active ? (
          <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new site')}>
            {t('newSite')}
          </Button>
        ) : null}
      </Group>
      {all.length === 0 ? <Empty>{t('noSites')}</Empty> : null}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {all.map((site) => (
          <Card key={site.id} withBorder padding="sm">
            <Stack gap={4}>
              <Group justify="space-between" gap="xs">
                <Text fw={600}>{site.name}</Text>
                {site.active ? null : <Badge color="gray">{t('states.retired')}</Badge>}
              </Group>
              <Text size="sm">
                {site.addressLine}, {site.postalCode} {site.city}
              </Text>
              <Text size="sm">{[site.contactName, site.contactPhone].filter(Boolean).join(' · ')}</Text>
              {site.accessNotes ? <Text size="sm">{site.accessNotes}</Text> : null}
              {admin ? (
                <Group>
                  <Button size="compact-sm" variant="subtle" aria-label={t('editSite', { name: site.name })} onClick={() => setEdited(site)}>
                    {t('common:edit')}
                  </Button>
                </Group>
              ) : null}
            </Stack>
          </Card>
        ))}
      </SimpleGrid>
      <MorePages pages={sites} />
      {edited === 'client' ? <ClientForm client={client} onDone={close} /> : null}
      {edited === 'new site' ? <SiteForm clientId={client.id} site={null} onDone={close} /> : null}
      {edited !== null && typeof edited === 'object' ? (
        <SiteForm clientId={client.id} site={all.find(({ id }) => id === edited.id) ?? edited} onDone={close} />
      ) : null}
    </Page>
  );
}

function RetireClient({ client }: { client: Client }): ReactNode {
  const { t } = useTranslation('clients');
  const queries = useQueryClient();
  const retire = useMutation({
    mutationFn: () =>
      api.PATCH('/api/v1/clients/{id}', {
        params: { path: { id: client.id }, header: etag(client.version) },
        headers: { 'Content-Type': 'application/merge-patch+json' },
        body: { active: !client.active },
      }),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.clients }),
  });
  return (
    <>
      <Button variant="default" loading={retire.isPending} onClick={() => retire.mutate()}>
        {t(client.active ? 'retire' : 'reactivate')}
      </Button>
      {retire.error ? <Failure error={retire.error} /> : null}
    </>
  );
}
