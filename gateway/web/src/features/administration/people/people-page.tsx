import '@/shared/ui/all-styles';
import { Badge, Button, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { userPages } from '@/shared/api/people';
import type { Role, User } from '@/shared/api/types';
import { ImportButton } from '@/shared/imports/import-button';
import { Page } from '@/shared/ui/page';
import { MorePages, StateOfPages } from '@/shared/ui/paged';
import { PersonDialog } from './person-dialog';

const ROLES: Role[] = ['ADMIN', 'DISPATCHER', 'TECHNICIAN', 'CLIENT'];

/** Everybody who can log in: what they are, whether they still are, and whether they have come in yet. */
export function PeoplePage({ only }: { only?: Role }): ReactNode {
  const { t } = useTranslation(['administration', 'common']);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const [role, setRole] = useState<Role | null>(only ?? null);
  const [state, setState] = useState<string>('active');
  const [edited, setEdited] = useState<User | 'new' | null>(null);
  const pages = useInfiniteQuery(
    userPages({
      limit: 50,
      ...(q ? { q } : {}),
      ...(role ? { role } : {}),
      ...(state === 'all' ? {} : { active: state === 'active' }),
    }),
  );
  const people = (pages.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <Page
      title={t(only === 'TECHNICIAN' ? 'common:nav.technicians' : 'people.title')}
      actions={
        <>
          {only === 'TECHNICIAN' ? <ImportButton kind="technicians" /> : null}
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
            {t('people.new')}
          </Button>
        </>
      }
    >
      <Group gap="sm" role="search" aria-label={t('people.search')}>
        <TextInput
          type="search"
          flex="1 1 240px"
          aria-label={t('people.search')}
          placeholder={t('people.searchHint')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {only ? null : (
          <Select
            aria-label={t('people.role')}
            placeholder={t('people.role')}
            clearable
            data={ROLES.map((value) => ({ value, label: t(`common:role.${value}`) }))}
            value={role}
            onChange={(value) => setRole(value)}
          />
        )}
        <Select
          aria-label={t('people.state')}
          allowDeselect={false}
          data={['active', 'inactive', 'all'].map((value) => ({ value, label: t(`people.states.${value as 'active'}`) }))}
          value={state}
          onChange={(value) => setState(value ?? 'active')}
        />
      </Group>
      <StateOfPages pages={pages} lines={people.length} />
      {people.length > 0 ? (
        <Table.ScrollContainer minWidth={0}>
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('people.name')}</Table.Th>
                <Table.Th>{t('people.role')}</Table.Th>
                <Table.Th visibleFrom="sm">{t('people.contact')}</Table.Th>
                <Table.Th>
                  <span className="visually-hidden">{t('lists.actions')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {people.map((person) => (
                <Table.Tr key={person.id}>
                  <Table.Td>
                    <Text fw={600}>{person.displayName}</Text>
                    <Text size="sm" c="dimmed">
                      {person.username}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Group gap={6}>
                      {t(`common:role.${person.role}`)}
                      {person.skills.map((skill) => (
                        <Badge key={skill} variant="default" tt="none">
                          {skill}
                        </Badge>
                      ))}
                      {person.active ? null : <Badge color="gray">{t('people.states.inactive')}</Badge>}
                    </Group>
                  </Table.Td>
                  <Table.Td visibleFrom="sm">
                    <Text size="sm">{person.email}</Text>
                    <Text size="sm">{person.phone}</Text>
                  </Table.Td>
                  <Table.Td ta="end">
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t('people.open', { name: person.displayName })}
                      onClick={() => setEdited(person)}
                    >
                      {t('common:edit')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
      <MorePages pages={pages} />
      {edited ? <PersonDialog person={edited === 'new' ? null : edited} role={only ?? 'DISPATCHER'} onDone={() => setEdited(null)} /> : null}
    </Page>
  );
}
