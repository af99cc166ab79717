import '@/shared/ui/all-styles';
import { Alert, Anchor } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keepSending } from '@/shared/queue/sender';
import { useOperations } from '@/shared/queue/use-operations';
import { useMe } from '@/shared/session/session';
import { useNow } from '@/shared/time/now';

/** What is sent at once is not worth a word, in milliseconds. */
const SOON = 10_000;

/** Sends what waits on this device, and says that it is there while that takes long. */
export default function UnsentShown(): ReactNode {
  const { t } = useTranslation('queue');
  const { id } = useMe();
  const queries = useQueryClient();
  const now = useNow();
  useEffect(() => keepSending(id, queries), [id, queries]);
  const late = useOperations().filter(({ at, refused, trouble }) => refused || trouble || now - Date.parse(at) > SOON);
  return late.length > 0 ? (
    <Alert color="yellow" variant="outline" mb="md" role="status">
      <Anchor renderRoot={(props) => <Link {...props} to="/waiting" />}>{t('waitingCount', { count: late.length })}</Anchor>
    </Alert>
  ) : null;
}
