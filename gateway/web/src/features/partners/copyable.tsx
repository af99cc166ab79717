import { ActionIcon, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface CopyableProps {
  label: string;
  value: string;
  children?: ReactNode;
}

/** Something to be given to somebody letter by letter. */
export function Copyable({ label, value, children }: CopyableProps): ReactNode {
  const { t } = useTranslation('partners');
  return (
    <div>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Group gap={4} wrap="nowrap" align="flex-start">
        <Text ff="monospace" size="sm" style={{ overflowWrap: 'anywhere' }} role="group" aria-label={label}>
          {value}
        </Text>
        <CopyButton value={value} timeout={4000}>
          {({ copied, copy }) => {
            const name = t(copied ? 'once.copiedOf' : 'once.copyOf', { label });
            return (
              <Tooltip label={name}>
                <ActionIcon variant="subtle" size="sm" aria-label={name} onClick={copy}>
                  {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                </ActionIcon>
              </Tooltip>
            );
          }}
        </CopyButton>
      </Group>
      {children}
    </div>
  );
}
