import { Button, Group, MultiSelect, Select, Switch, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statusesQuery, techniciansQuery, urgenciesQuery } from '@/shared/api/lists';
import { useRole } from '@/shared/session/session';
import { fromWall, toWall } from '@/shared/time/time';
import { type Filter, isNarrowed, SORTS } from './filter';

interface FilterBarProps {
  filter: Filter;
  searchRef: RefObject<HTMLInputElement | null>;
  onChange: (filter: Filter) => void;
  /** While somebody types. */
  onType: (filter: Filter) => void;
}

/** All that a list can be narrowed by. */
export function FilterBar({ filter, searchRef, onChange, onType }: FilterBarProps): ReactNode {
  const { t } = useTranslation('interventions');
  const role = useRole();
  const staff = role === 'ADMIN' || role === 'DISPATCHER';
  const statuses = useQuery(statusesQuery);
  const urgencies = useQuery(urgenciesQuery);
  const technicians = useQuery({ ...techniciansQuery, enabled: staff });
  const [typed, setTyped] = useState(filter.q ?? '');
  const set = (part: Partial<Filter>): void => onChange({ ...filter, q: typed || undefined, ...part });

  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={t('list.searchLabel')}>
      <TextInput
        ref={searchRef}
        type="search"
        aria-label={t('list.searchLabel')}
        placeholder={t('list.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        flex="1 1 240px"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onType({ ...filter, q: event.currentTarget.value || undefined });
        }}
      />
      <MultiSelect
        aria-label={t('list.status')}
        placeholder={filter.status?.length ? '' : t('list.status')}
        clearable
        w={{ base: '100%', xs: 200 }}
        data={(statuses.data ?? []).map((status) => ({ value: status.code, label: status.label }))}
        value={filter.status ?? []}
        onChange={(status) => set({ status, category: undefined })}
      />
      <MultiSelect
        aria-label={t('list.urgency')}
        placeholder={filter.urgency?.length ? '' : t('list.urgency')}
        clearable
        w={{ base: '100%', xs: 170 }}
        data={(urgencies.data ?? []).map((urgency) => ({ value: urgency.code, label: urgency.label }))}
        value={filter.urgency ?? []}
        onChange={(urgency) => set({ urgency })}
      />
      {staff ? (
        <Select
          aria-label={t('list.technician')}
          placeholder={t('list.technician')}
          clearable
          searchable
          w={{ base: '100%', xs: 190 }}
          data={(technicians.data ?? []).map((technician) => ({ value: technician.id, label: technician.displayName }))}
          value={filter.technicianId ?? null}
          onChange={(technicianId) => set({ technicianId: technicianId ?? undefined })}
        />
      ) : null}
      <DatePickerInput
        type="range"
        aria-label={t('list.period')}
        placeholder={t('list.period')}
        clearable
        w={{ base: '100%', xs: 220 }}
        valueFormat="DD/MM/YYYY"
        value={[filter.from ? toWall(filter.from).slice(0, 10) : null, filter.to ? toWall(lastDay(filter.to)).slice(0, 10) : null]}
        onChange={([from, to]) => {
          if (Boolean(from) === Boolean(to)) {
            set({
              from: from ? fromWall(`${from} 00:00:00`) : undefined,
              to: to ? new Date(Date.parse(fromWall(`${to} 00:00:00`)) + 86_400_000).toISOString() : undefined,
            });
          }
        }}
      />
      <Select
        aria-label={t('list.sort')}
        allowDeselect={false}
        w={{ base: '100%', xs: 210 }}
        data={SORTS.filter((sort) => !filter.overdue || sort.endsWith('dueAt')).map((sort) => ({
          value: sort,
          label: t(`list.sorts.${sort}`),
        }))}
        value={filter.sort ?? (filter.overdue ? 'dueAt' : '-createdAt')}
        onChange={(sort) => set({ sort: (sort ?? undefined) })}
      />
      <Switch
        label={t('list.overdue')}
        checked={filter.overdue ?? false}
        onChange={(event) => set({ overdue: event.currentTarget.checked || undefined, sort: undefined })}
      />
      {isNarrowed(filter) ? (
        <Button
          variant="subtle"
          onClick={() => {
            setTyped('');
            onChange(filter.sort ? { sort: filter.sort } : {});
          }}
        >
          {t('list.clear')}
        </Button>
      ) : null}
    </Group>
  );
}

/** The period stops before its end; the picker shows the day that is still in it. */
function lastDay(end: string): Date {
  return new Date(Date.parse(end) - 1);
}
