import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientSearchQuery } from '@/shared/api/clients';
import { useProblemText } from '@/shared/api/refused';
import type { Client } from '@/shared/api/types';

const NEW = 'new';

interface ClientFieldProps {
  clientId: string | null;
  label: string;
  error: string | undefined;
  onChoose: (client: Client, searched: string) => void;
  onNew: (name: string) => void;
}

/** Finds the client by whatever the caller says: name, telephone, address, code. */
export function ClientField({ clientId, label, error, onChoose, onNew }: ClientFieldProps): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const text = useProblemText();
  const [typed, setTyped] = useState(label);
  const [asked] = useDebouncedValue(typed, 150);
  const found = useQuery(clientSearchQuery(asked === label ? '' : asked));
  const isSearched = typed.trim() !== '' && typed !== label;
  const isAnswered = isSearched && typed === asked && !found.isPending && !found.isPlaceholderData && !found.isError;
  const clients = isAnswered ? found.data : [];
  const offered = [
    ...clients.map((client) => ({ value: client.id, label: client.id === clientId ? label : described(client) })),
    // Only when those there are have been looked for: a quick Enter must not make a second one of the same name.
    ...(isAnswered && !found.isFetching ? [{ value: NEW, label: t('create.newClientNamed', { name: typed.trim() }) }] : []),
  ];
  const isAmong = (value: string): boolean => offered.some((option) => option.value === value);
  const choose = (value: string): void => {
    const client = clients.find(({ id }) => id === value);
    if (value === NEW) {
      onNew(typed.trim());
    } else if (value === clientId) {
      setTyped(label);
    } else if (client) {
      onChoose(client, typed);
    }
  };

  /** The words on which somebody has pressed Enter before they were answered. */
  const awaited = useRef<string | null>(null);
  useEffect(() => {
    const [first] = clients;
    if (first && awaited.current === typed) {
      awaited.current = null;
      choose(first.id);
    }
  });

  return (
    <Select
      label={t('create.client')}
      description={t('create.clientHint')}
      required
      searchable
      allowDeselect={false}
      data-autofocus
      autoFocus
      nothingFoundMessage={isSearched ? t('common:loading') : undefined}
      data={clientId && !isAmong(clientId) ? [...offered, { value: clientId, label }] : offered}
      // The server has searched already; what was chosen before is no answer to what is typed now.
      filter={({ options }) => options.filter((option) => 'value' in option && isAmong(option.value))}
      value={clientId}
      searchValue={typed}
      onSearchChange={(words) => {
        awaited.current = null;
        setTyped(words);
      }}
      error={error ?? (isSearched && found.error ? text(found.error) : undefined)}
      onOptionSubmit={choose}
      onKeyDown={(event) => {
        const { key, ctrlKey, metaKey, currentTarget } = event;
        // Enter takes the first that was found, waits for it if need be, and never sends the form; one that is marked is taken anyway.
        const marked = document.getElementById(currentTarget.getAttribute('aria-activedescendant') ?? '');
        if (key === 'Enter' && !ctrlKey && !metaKey && typed !== label && !marked) {
          event.preventDefault();
          const [first] = offered;
          if (first) {
            choose(first.value);
          } else {
            awaited.current = typed;
          }
        }
      }}
    />
  );
}

export function described(client: Client): string {
  return [client.name, client.code, client.phone].filter(Boolean).join(' · ');
}
