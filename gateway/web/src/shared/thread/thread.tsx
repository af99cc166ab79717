import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { threadPages } from '@/shared/api/interventions';
import { statusesQuery } from '@/shared/api/lists';
import type { ThreadEntry, ThreadStatusChange } from '@/shared/api/types';
import { useMe } from '@/shared/session/session';
import { Part } from '@/shared/ui/part';
import { AttachmentShown } from './attachment-shown';
import { CommentShown } from './comment-shown';
import { Composer } from './composer';
import type { Outbox } from './outbox';
import classes from './thread.module.css';
import { When } from './when';

interface ThreadProps {
  interventionId: string;
  outbox: Outbox;
  /** What was written and is not sent yet. */
  waiting?: ReactNode;
}

/** What was said and what happened, the newest first, with a place to write: that is there also where nothing can be read. */
export function Thread({ interventionId, outbox, waiting }: ThreadProps): ReactNode {
  const me = useMe();
  return (
    <Stack gap="sm">
      <Composer interventionId={interventionId} mayBeInternal={me.role !== 'CLIENT'} outbox={outbox} />
      {waiting}
      <Part>
        <Entries interventionId={interventionId} />
      </Part>
    </Stack>
  );
}

function Entries({ interventionId }: { interventionId: string }): ReactNode {
  const { t } = useTranslation('thread');
  const pages = useSuspenseInfiniteQuery(threadPages(interventionId));
  const entries = pages.data.pages.flatMap((page) => page.items as ThreadEntry[]);
  return (
    <>
      {entries.length === 0 ? <Text c="dimmed">{t('empty')}</Text> : null}
      <Stack component="ol" gap="sm" className={classes.entries} aria-label={t('title')}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Entry entry={entry} />
          </li>
        ))}
      </Stack>
      {pages.hasNextPage ? (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('older')}
        </Button>
      ) : null}
    </>
  );
}

function Entry({ entry }: { entry: ThreadEntry }): ReactNode {
  switch (entry.kind) {
    case 'COMMENT':
      return <CommentShown comment={entry} />;
    case 'ATTACHMENT':
      return <AttachmentShown entry={entry} />;
    case 'STATUS_CHANGE':
      return <StatusChange change={entry} />;
  }
}

function StatusChange({ change }: { change: ThreadStatusChange }): ReactNode {
  const { t } = useTranslation(['thread', 'common']);
  const word = useStatusWord();
  const reason = useReason(change);
  return (
    <Group gap="xs" className={classes.change} wrap="nowrap" align="flex-start">
      <IconArrowRight size={18} aria-hidden />
      <Box flex={1}>
        <Text size="sm">{t('became', { from: word(change.from), to: word(change.to) })}</Text>
        {reason ? <Text size="sm">{t('because', { reason })}</Text> : null}
        <Text size="xs" c="dimmed">
          {change.author.name ?? t(`common:role.${change.author.role}`)}
        </Text>
      </Box>
      <When at={change.createdAt} />
    </Group>
  );
}

/** What happened was told in French: who reads another language gets the words of the list. */
function useStatusWord(): (status: ThreadStatusChange['from']) => string {
  const { i18n } = useTranslation();
  const statuses = useQuery({ ...statusesQuery, enabled: i18n.language !== 'fr' }).data;
  return (told) => statuses?.find(({ code }) => code === told.code)?.label ?? told.label;
}

/** The client's French words have it in them. */
function useReason(change: ThreadStatusChange): string | null | undefined {
  const { i18n } = useTranslation();
  return 'clientReason' in change ? (i18n.language === 'fr' ? null : change.clientReason) : 'reason' in change ? change.reason : null;
}
