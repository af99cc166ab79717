import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { keepSending } from '@/shared/queue/sender';
import { useOperations } from '@/shared/queue/use-operations';
import { useMe } from '@/shared/session/session';
import { useNow } from '@/shared/time/now';
import { UnsentAlert } from './unsent-alert';

/** What is sent at once is not worth a word, in milliseconds. */
const SOON = 10_000;

/** Sends what waits on this device, and says that it is there while that takes long. */
export default function UnsentShown(): ReactNode {
  const { id } = useMe();
  const queries = useQueryClient();
  const now = useNow();
  useEffect(() => keepSending(id, queries), [id, queries]);
  const late = useOperations().filter(({ at, refused, trouble }) => refused || trouble || now - Date.parse(at) > SOON);
  return <UnsentAlert operations={late} />;
}
