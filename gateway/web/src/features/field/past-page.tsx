import '@/shared/ui/all-styles';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListFilter } from '@/shared/api/interventions';
import { CardPages } from '@/shared/ui/card-pages';
import { Page } from '@/shared/ui/page';

const PAST: ListFilter = { category: ['RESOLVED', 'CLOSED', 'CANCELLED'], limit: 30 };

/** What a technician has done, to be found again. */
export function PastPage(): ReactNode {
  const { t } = useTranslation(['field', 'common']);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  return (
    <Page title={t('past')}>
      <TextInput
        type="search"
        aria-label={t('common:search')}
        placeholder={t('common:search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <CardPages label={t('past')} filter={q ? { ...PAST, q } : PAST} none={t('pastNone')} />
    </Page>
  );
}
