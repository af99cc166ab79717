import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormDraft } from './draft-form';

/** Says that a form holds what was written in it before, and lets whoever reads it begin anew. */
export function RestoredNotice({ draft }: { draft: Pick<FormDraft, 'restored' | 'startAgain'> }): ReactNode {
  const { t } = useTranslation();
  return draft.restored ? (
    <Group justify="space-between" gap="xs" role="status">
      <Text size="sm" flex={1}>
        {t('draft.restored')}
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={draft.startAgain}>
        {t('draft.startAgain')}
      </Button>
    </Group>
  ) : null;
}
