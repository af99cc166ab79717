import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientSearchQuery } from '@/shared/api/clients';
import type { Client } from '@/shared/api/types';

const NEW = 'new';

interface ClientFieldProps {
  clientId: string | null;
  label: string;
  error: string | undefined;
  onChoose: (client: Client) => void;
  onNew: (name: string) => void;
}

/** Finds the client by whatever the caller says: name, telephone, address, code. */
export function ClientField({ clientId, label, error, onChoose, onNew }: ClientFieldProps): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const [typed, setTyped] = useState(label);
  const [asked] = useDebouncedValue(typed, 150);
  const found = useQuery(clientSearchQuery(asked === label ? '' : asked));
  const clients = asked === label && clientId ? [] : (found.data ?? []);
  const isFound = typed.trim() !== '' && typed !== label && typed === asked && !found.isFetching;
  const options = [
    ...(clientId ? [{ value: clientId, label }] : []),
    ...clients.filter((client) => client.id !== clientId).map((client) => ({ value: client.id, label: described(client) })),
    // Only when those there are have been looked for: a quick Enter must not make a second one of the same name.
    ...(isFound ? [{ value: NEW, label: t('create.newClientNamed', { name: typed.trim() }) }] : []),
  ];
  const choose = (value: string | null): void => {
    const client = clients.find(({ id }) => id === value);
    if (value === NEW) {
      onNew(typed.trim());
    } else if (client) {
      onChoose(client);
    }
  };
  return (
    <Select
      label={t('create.client')}
      description={t('create.clientHint')}
      required
      searchable
      data-autofocus
      autoFocus
      selectFirstOptionOnChange
      nothingFoundMessage={typed.trim() ? t('common:noneFound') : undefined}
      data={options}
      // The server has searched already.
      filter={({ options: all }) => all}
      value={clientId}
      searchValue={typed}
      onSearchChange={setTyped}
      error={error}
      onChange={choose}
      onKeyDown={(event) => {
        // Enter takes the first that was found, and nothing before all have been looked for.
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && typed !== label && !event.currentTarget.getAttribute('aria-activedescendant')) {
          event.preventDefault();
          if (isFound) {
            choose(options[0]?.value ?? null);
          }
        }
      }}
    />
  );
}

export function described(client: Client): string {
  return [client.name, client.code, client.phone].filter(Boolean).join(' · ');
}
