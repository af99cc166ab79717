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
  const options = [
    ...(clientId ? [{ value: clientId, label }] : []),
    ...clients.filter((client) => client.id !== clientId).map((client) => ({ value: client.id, label: described(client) })),
    ...(typed.trim() && typed !== label ? [{ value: NEW, label: t('create.newClientNamed', { name: typed.trim() }) }] : []),
  ];
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
      onChange={(value) => {
        if (value === NEW) {
          onNew(typed.trim());
        } else {
          const client = clients.find(({ id }) => id === value);
          if (client) {
            onChoose(client);
          }
        }
      }}
    />
  );
}

export function described(client: Client): string {
  return [client.name, client.code, client.phone].filter(Boolean).join(' · ');
}
