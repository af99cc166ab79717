import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientQuery, clientSearchQuery } from '@/shared/api/clients';
import { useProblemText } from '@/shared/api/refused';

/** Finds a client by name, code, telephone or address; its value is the client's id. */
export function ClientSelect({ value, onChange, ...select }: Omit<SelectProps, 'data'>): ReactNode {
  const { t } = useTranslation();
  const text = useProblemText();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 200);
  const chosen = useQuery({ ...clientQuery(value ?? ''), enabled: Boolean(value) }).data;
  const found = useQuery(clientSearchQuery(asked === chosen?.name ? '' : asked));
  const isAnswered = typed === asked && !found.isPending && !found.isPlaceholderData;
  const options = [...(chosen ? [chosen] : []), ...(found.data ?? []).filter(({ id }) => id !== value)];
  return (
    <Select
      {...select}
      searchable
      data={options.map(({ id, name }) => ({ value: id, label: name }))}
      // The server has searched already.
      filter={({ options: all }) => all}
      nothingFoundMessage={typed.trim() ? (found.error ? text(found.error) : t(isAnswered ? 'noneFound' : 'loading')) : undefined}
      value={chosen ? (value ?? null) : null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={onChange}
    />
  );
}
