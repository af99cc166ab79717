import { Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionLost } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isProblem } from '@/shared/api/problem';
import { forgetPhotos, loginAddress, meQuery } from '@/shared/session/session';
import { Failure, Loading } from '@/shared/ui/notices';

const SessionLost = lazy(() => import('./session-lost'));

/** Where a window that has logged in again tells the others, and closes. */
const RECONNECTED = '/reconnected';
const CHANNEL = 'accord-session';

/**
 * Lets in whoever is logged in. A session that ends while somebody works is renewed in a window of its
 * own, so that the page with all that was typed stays as it is.
 */
export function SessionGate({ children }: { children: ReactNode }): ReactNode {
  const queries = useQueryClient();
  const me = useQuery(meQuery);
  const isKnown = useDeferredValue(me.data !== undefined, false);
  const [lost, setLost] = useState(false);

  // Whoever logs in on the same device sees nothing of whoever was here before.
  const seen = useRef<string>(undefined);
  const id = me.data?.id;
  useEffect(() => {
    if (seen.current && id && seen.current !== id) {
      void forgetPhotos();
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.me[0] });
    }
    seen.current = id ?? seen.current;
  }, [id, queries]);

  useEffect(() => onSessionLost(() => setLost(true)), []);
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => {
      setLost(false);
      void queries.invalidateQueries();
    };
    return () => channel.close();
  }, [queries]);

  if (window.location.pathname === RECONNECTED) {
    return <Reconnected />;
  }
  if (me.data && isKnown) {
    return (
      <>
        {children}
        {lost ? (
          <Suspense>
            <SessionLost login={loginAddress(RECONNECTED)} />
          </Suspense>
        ) : null}
      </>
    );
  }
  if (isProblem(me.error, 'unauthenticated')) {
    window.location.replace(loginAddress(window.location.pathname + window.location.search));
    return <Loading />;
  }
  return me.error ? <Failure error={me.error} onRetry={() => void me.refetch()} /> : <Loading />;
}

function Reconnected(): ReactNode {
  const { t } = useTranslation();
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage('reconnected');
    channel.close();
    window.close();
  }, []);
  return <Text p="md">{t('session.reconnected')}</Text>;
}
