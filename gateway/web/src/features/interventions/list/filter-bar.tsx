import { Button, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Filter, isNarrowed, narrowings, SORTS } from './filter';
import { Narrowing } from './narrowing';

interface FilterBarProps {
  filter: Filter;
  searchRef: RefObject<HTMLInputElement | null>;
  onChange: (filter: Filter) => void;
}

/** In milliseconds, from the last letter on. */
const UNTIL_SEARCHED = 250;

/** All that a list can be narrowed by; where there is little room most of it waits behind a button. */
export function FilterBar({ filter, searchRef, onChange }: FilterBarProps): ReactNode {
  const { t } = useTranslation('interventions');
  const searched = filter.q ?? '';
  const [typed, setTyped] = useState(searched);
  const [seen, setSeen] = useState(searched);
  /** The words that were asked for from here; those that come otherwise, with a view or a link, take their place. */
  const [asked, setAsked] = useState(searched);
  if (seen !== searched) {
    setSeen(searched);
    if (searched !== asked) {
      setAsked(searched);
      setTyped(searched);
    }
  }
  const [opened, { toggle }] = useDisclosure();
  const ask = (next: Filter): void => {
    setAsked(next.q ?? '');
    onChange(next);
  };
  const searchSoon = useDebouncedCallback((q: string) => {
    setTyped(q);
    ask({ ...filter, q: q || undefined });
  }, UNTIL_SEARCHED);
  const change = (next: Filter): void => {
    searchSoon.cancel();
    ask(next);
  };
  const set = (part: Partial<Filter>): void => change({ ...filter, q: typed || undefined, ...part });
  const count = narrowings({ ...filter, q: undefined });

  return (
    <Stack gap="xs" role="search" aria-label={t('list.searchLabel')}>
      <Group gap="sm">
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
            searchSoon(event.currentTarget.value);
          }}
        />
        <Button
          variant="default"
          hiddenFrom="sm"
          leftSection={<IconFilter size={18} aria-hidden />}
          aria-expanded={opened}
          aria-controls="list-filters"
          onClick={toggle}
        >
          {count > 0 ? t('list.filtersSet', { count }) : t('list.filters')}
        </Button>
        <Select
          aria-label={t('list.sort')}
          allowDeselect={false}
          w={{ base: '100%', xs: 240 }}
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
              change({ sort: filter.sort, columns: filter.columns });
            }}
          >
            {t('list.clear')}
          </Button>
        ) : null}
      </Group>
      <Narrowing id="list-filters" filter={filter} onNarrow={set} display={{ base: opened ? 'flex' : 'none', sm: 'flex' }} />
    </Stack>
  );
}
