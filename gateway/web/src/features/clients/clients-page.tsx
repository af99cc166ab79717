import '@/shared/ui/all-styles';
import { Badge, Button, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientPages } from '@/shared/api/clients';
import { ImportButton } from '@/shared/imports/import-button';
import { Page } from '@/shared/ui/page';
import { MorePages, StateOfPages } from '@/shared/ui/paged';
import { ClientForm } from './client-form';

/** The same, for who may also bring many at once. */
export function ClientsAndImport(): ReactNode {
  return <ClientsPage actions={<ImportButton kind="clients" />} />;
}

/** Every client, found by whatever is known of them. */
export function ClientsPage({ actions }: { actions?: ReactNode }): ReactNode {
  const { t } = useTranslation(['clients', 'common']);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const [state, setState] = useState('active');
  const [creating, setCreating] = useState(false);
  const pages = useInfiniteQuery(clientPages({ limit: 50, ...(q ? { q } : {}), ...(state === 'all' ? {} : { active: state === 'active' }) }));
  const clients = (pages.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {actions}
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
            {t('new')}
          </Button>
        </>
      }
    >
      <Group gap="sm" role="search" aria-label={t('search')}>
        <TextInput
          type="search"
          flex="1 1 240px"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          aria-label={t('state')}
          allowDeselect={false}
          data={(['active', 'retired', 'all'] as const).map((value) => ({ value, label: t(`states.${value}`) }))}
          value={state}
          onChange={(value) => setState(value ?? 'active')}
        />
      </Group>
      <StateOfPages pages={pages} lines={clients.length} />
      {clients.length > 0 ? (
        <Table.ScrollContainer minWidth={0}>
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('name')}</Table.Th>
                <Table.Th visibleFrom="sm">{t('contact')}</Table.Th>
                <Table.Th>{t('phone')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {clients.map((client) => (
                <Table.Tr key={client.id}>
                  <Table.Td>
                    <Group gap="xs">
                      <Link to="/clients/$id" params={{ id: client.id }}>
                        {client.name}
                      </Link>
                      <Text size="sm" c="dimmed" ff="monospace">
                        {client.code}
                      </Text>
                      {client.active ? null : <Badge color="gray">{t('states.retired')}</Badge>}
                    </Group>
                  </Table.Td>
                  <Table.Td visibleFrom="sm">{[client.contactName, client.email].filter(Boolean).join(' · ')}</Table.Td>
                  <Table.Td>{client.phone}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
      <MorePages pages={pages} />
      {creating ? <ClientForm client={null} onDone={() => setCreating(false)} /> : null}
    </Page>
  );
}
