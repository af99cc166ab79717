import '@/shared/ui/all-styles';
import { Box, Button, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partner } from '@/shared/api/types';
import { date } from '@/shared/time/time';
import { Page } from '@/shared/ui/page';
import { MorePages, StateOfPages } from '@/shared/ui/paged';
import { PartnerDialog } from './partner-dialog';
import { PartnerState } from './partner-state';
import { partnerPages } from './partners';

const STATES: Partner['state'][] = ['ACTIVE', 'SUSPENDED', 'RETIRED'];

/** The programs of other companies that read events, and of how many clients. */
export function PartnersPage(): ReactNode {
  const { t } = useTranslation(['partners', 'common']);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const [state, setState] = useState<Partner['state'] | null>(null);
  const [creating, setCreating] = useState(false);
  const pages = useInfiniteQuery(partnerPages({ ...(q ? { q } : {}), ...(state ? { state } : {}) }));
  const partners = (pages.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <Page
      title={t('title')}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
          {t('new')}
        </Button>
      }
    >
      <Text size="sm">{t('hint')}</Text>
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
          placeholder={t('states.all')}
          clearable
          data={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
          value={state}
          onChange={(value) => setState(value)}
        />
      </Group>
      <StateOfPages pages={pages} lines={partners.length} />
      {partners.length > 0 ? (
        <Table highlightOnHover aria-label={t('title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('state')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('readsEvents')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('since')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {partners.map((partner) => (
              <Table.Tr key={partner.id}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Link to="/administration/partners/$id" params={{ id: partner.id }}>
                    {partner.name}
                  </Link>
                  <Text size="sm" c="dimmed">
                    {partner.contactEmail}
                  </Text>
                  <Text size="sm" hiddenFrom="sm">
                    <Reads partner={partner} />
                  </Text>
                  <Box hiddenFrom="sm">
                    <PartnerState state={partner.state} />
                  </Box>
                </Table.Td>
                <Table.Td visibleFrom="sm">
                  <PartnerState state={partner.state} />
                </Table.Td>
                <Table.Td visibleFrom="sm">
                  <Reads partner={partner} />
                </Table.Td>
                <Table.Td visibleFrom="sm">{date(partner.createdAt)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      <MorePages pages={pages} />
      {creating ? <PartnerDialog partner={null} onDone={() => setCreating(false)} /> : null}
    </Page>
  );
}

/** Of how many clients, and how many types. */
function Reads({ partner: { clientIds, eventTypes } }: { partner: Partner }): ReactNode {
  const { t } = useTranslation('partners');
  const types = eventTypes.length === 0 ? t('allTypes') : t('typesCount', { count: eventTypes.length });
  return `${t('clientsCount', { count: clientIds.length })} · ${types}`;
}
