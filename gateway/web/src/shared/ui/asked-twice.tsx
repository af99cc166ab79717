import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface AskedTwiceProps {
  label: string;
  surely: string;
  danger?: boolean;
  onSurely: () => void;
}

/** Deletes what is nowhere else, and so asks twice. */
export function AskedTwice({ label, surely, danger, onSurely }: AskedTwiceProps): ReactNode {
  const { t } = useTranslation();
  const [asked, { open: ask, close: keep }] = useDisclosure();
  return asked ? (
    <Group gap="xs">
      <Button
        size="sm"
        color="red"
        variant="outline"
        autoFocus
        onClick={() => {
          keep();
          onSurely();
        }}
      >
        {surely}
      </Button>
      <Button size="sm" variant="default" onClick={keep}>
        {t('keep')}
      </Button>
    </Group>
  ) : (
    <Button size="sm" variant="subtle" {...(danger ? { color: 'red' } : {})} onClick={ask}>
      {label}
    </Button>
  );
}
