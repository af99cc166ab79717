import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientListedIntervention, ListedIntervention } from '@/shared/api/types';
import { InterventionCard } from './intervention-card';

interface CardListProps {
  label: string;
  lines: (ListedIntervention | ClientListedIntervention)[];
  more: boolean;
  loading: boolean;
  onMore: () => void;
}

/** A list where there is no room for columns. */
export function CardList({ label, lines, more, loading, onMore }: CardListProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }} aria-label={label}>
        {lines.map((intervention) => (
          <li key={intervention.id}>
            <InterventionCard intervention={intervention} />
          </li>
        ))}
      </Stack>
      {more ? (
        <Button variant="default" loading={loading} onClick={onMore}>
          {t('more')}
        </Button>
      ) : null}
    </Stack>
  );
}
