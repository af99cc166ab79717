import { Group, type GroupProps, MultiSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { siteChoicesQuery } from '@/shared/api/clients';
import { statusesQuery, technicianChoicesQuery, urgenciesQuery } from '@/shared/api/lists';
import { dispatcherChoicesQuery } from '@/shared/api/people';
import { CATEGORIES } from '@/shared/api/types';
import { useRole } from '@/shared/session/session';
import { endOfDay, startOfDay, toWall } from '@/shared/time/time';
import { ClientSelect } from '@/shared/ui/client-select';
import { PeriodField } from '@/shared/ui/date-fields';
import type { Filter } from './filter';

interface NarrowingProps extends GroupProps {
  filter: Filter;
  onNarrow: (part: Partial<Filter>) => void;
}

/** Wide enough to be read, and as wide as there is room. */
const FIELD = { flex: '1 1 130px', miw: 0, maw: { sm: 260 }, clearable: true };

/** By which codes, whom, where and when a list can be narrowed. */
export function Narrowing({ filter, onNarrow, ...group }: NarrowingProps): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const isAdmin = useRole() === 'ADMIN';
  const statuses = useQuery(statusesQuery).data ?? [];
  const urgencies = useQuery(urgenciesQuery).data ?? [];
  const technicians = useQuery(technicianChoicesQuery).data ?? [];
  const owners = useQuery({ ...dispatcherChoicesQuery, enabled: isAdmin }).data ?? [];
  const sites = useQuery(siteChoicesQuery(filter.clientId ?? '')).data ?? [];
  const asOption = ({ id, name, active }: { id: string; name: string; active: boolean }) => ({
    value: id,
    label: active ? name : t('list.retired', { name }),
  });

  return (
    <Group gap="sm" {...group}>
      <MultiSelect
        {...FIELD}
        aria-label={t('list.category')}
        placeholder={filter.category?.length ? '' : t('list.category')}
        data={CATEGORIES.map((value) => ({ value, label: t(`common:category.${value}`) }))}
        value={filter.category ?? []}
        onChange={(category) => onNarrow({ category })}
      />
      <MultiSelect
        {...FIELD}
        aria-label={t('list.status')}
        placeholder={filter.status?.length ? '' : t('list.status')}
        data={statuses.map((status) => ({ value: status.code, label: status.label }))}
        value={filter.status ?? []}
        onChange={(status) => onNarrow({ status })}
      />
      <MultiSelect
        {...FIELD}
        aria-label={t('list.urgency')}
        placeholder={filter.urgency?.length ? '' : t('list.urgency')}
        data={urgencies.map((urgency) => ({ value: urgency.code, label: urgency.label }))}
        value={filter.urgency ?? []}
        onChange={(urgency) => onNarrow({ urgency })}
      />
      <ClientSelect
        {...FIELD}
        aria-label={t('list.client')}
        placeholder={t('list.client')}
        value={filter.clientId ?? null}
        onChange={(clientId) => onNarrow({ clientId: clientId ?? undefined, siteId: undefined })}
      />
      {filter.clientId ? (
        <Select
          {...FIELD}
          aria-label={t('list.site')}
          placeholder={t('list.site')}
          searchable
          data={sites.map(asOption)}
          value={filter.siteId ?? null}
          onChange={(siteId) => onNarrow({ siteId: siteId ?? undefined })}
        />
      ) : null}
      <Select
        {...FIELD}
        aria-label={t('list.technician')}
        placeholder={t('list.technician')}
        searchable
        data={technicians.map(({ id, displayName, active }) => asOption({ id, name: displayName, active }))}
        value={filter.technicianId ?? null}
        onChange={(technicianId) => onNarrow({ technicianId: technicianId ?? undefined })}
      />
      {isAdmin ? (
        <Select
          {...FIELD}
          aria-label={t('list.owner')}
          placeholder={t('list.owner')}
          searchable
          data={owners.map(({ id, displayName, active }) => asOption({ id, name: displayName, active }))}
          value={filter.ownerId ?? null}
          onChange={(ownerId) => onNarrow({ ownerId: ownerId ?? undefined })}
        />
      ) : null}
      <Period filter={filter} onNarrow={onNarrow} />
    </Group>
  );
}

/** From one day to another, which may be the same. */
function Period({ filter: { from, to }, onNarrow }: Pick<NarrowingProps, 'filter' | 'onNarrow'>): ReactNode {
  const { t } = useTranslation('interventions');
  /** The first day, as long as the last one is to be chosen: until then the list stays as it is. */
  const [begun, setBegun] = useState<string | null>(null);
  const narrowed: [string | null, string | null] = [
    from ? toWall(from).slice(0, 10) : null,
    // It stops before its end; shown is the day that is still in it.
    to ? toWall(new Date(Date.parse(to) - 1)).slice(0, 10) : null,
  ];
  return (
    <PeriodField
      {...FIELD}
      aria-label={t('list.period')}
      placeholder={t('list.period')}
      allowSingleDateInRange
      valueFormat="DD/MM/YYYY"
      value={begun ? [begun, null] : narrowed}
      onChange={([first, last]) => {
        const isHalf = first !== null && last === null;
        // Closed after the first day, it is as if it had not been opened.
        const isLeft = begun !== null && first === null;
        setBegun(isHalf ? first : null);
        if (!isHalf && !isLeft) {
          onNarrow({ from: first ? startOfDay(first) : undefined, to: last ? endOfDay(last) : undefined });
        }
      }}
    />
  );
}
