import { Badge, Group, Paper, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/shared/api/types';
import classes from './thread.module.css';
import { When } from './when';

interface EntryFrameProps {
  author: { name?: string | null; role: Role };
  mine: boolean;
  internal: boolean;
  at: string;
  /** When it was written, on a device that could only send it later. */
  writtenAt?: string | null | undefined;
  children: ReactNode;
}

/** Who said something, when, and for whom: what is internal is seen to be so at a glance. */
export function EntryFrame({ author, mine, internal, at, writtenAt, children }: EntryFrameProps): ReactNode {
  const { t } = useTranslation(['thread', 'common']);
  return (
    <Paper withBorder p="sm" className={classes.comment} data-internal={internal || undefined} data-mine={mine || undefined}>
      <Group justify="space-between" gap="xs" mb={4}>
        <Group gap="xs">
          <Text fw={600} size="sm">
            {mine ? t('you') : (author.name ?? t('unknown'))}
          </Text>
          <Text size="sm" c="dimmed">
            {t(`common:role.${author.role}`)}
          </Text>
          {internal ? (
            <Badge color="yellow" variant="filled" leftSection={<IconLock size={12} aria-hidden />}>
              {t('internalShort')}
            </Badge>
          ) : null}
        </Group>
        <When at={at} writtenAt={writtenAt} />
      </Group>
      {children}
    </Paper>
  );
}
