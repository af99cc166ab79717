import { Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, lazy, type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askAs, onSessionNews } from '@/shared/api/client';
import { leftForLogin, loginAddress, RECONNECTED } from '@/shared/session/login';
import { meQuery } from '@/shared/session/me';
import { onOtherTab, tellOtherTabs } from '@/shared/session/tabs';
import { Failure, Loading } from '@/shared/ui/notices';
import { Part } from '@/shared/ui/part';

const SessionLost = lazy(() => import('./session-lost'));

/** How long, in milliseconds, the tab that logs out may take to end the login page's session as well: before, it would let us in again. */
const UNTIL_OUT = 3000;

/**
 * Lets in whoever is logged in. A session that ends while somebody works is renewed in a window of its
 * own, so that the page with all that was typed stays as it is.
 */
export function SessionGate({ children }: { children: ReactNode }): ReactNode {
  const queries = useQueryClient();
  const me = useQuery(meQuery);
  const isKnown = useDeferredValue(me.data !== undefined);
  const [lost, setLost] = useState(false);
  const [out, setOut] = useState(false);

  const id = me.data?.id;
  useEffect(() => {
    if (id !== undefined) {
      askAs(id);
    }
  }, [id]);
  useEffect(
    () =>
      onSessionNews((news) => {
        if (news === 'lost') {
          setLost(true);
        } else {
          void queries.invalidateQueries({ queryKey: meQuery.queryKey });
        }
      }),
    [queries],
  );
  useEffect(() => {
    return onOtherTab((word) => {
      switch (word) {
        case 'reconnected':
          setLost(false);
          void queries.invalidateQueries();
          return;
        case 'logged-out':
          // Nothing of it is shown any longer, nor kept again on the device.
          queries.clear();
          setOut(true);
          setTimeout(() => window.location.replace(loginAddress(window.location.pathname)), UNTIL_OUT);
      }
    });
  }, [queries]);

  if (window.location.pathname === RECONNECTED) {
    return <Reconnected />;
  }
  if (out) {
    return <LoggedOut />;
  }
  if (me.data && isKnown) {
    return (
      <>
        {/* Whoever comes after somebody else begins anew; what was begun to be written stays theirs on the device. */}
        <Fragment key={me.data.id}>{children}</Fragment>
        {lost ? (
          <Part fallback={null}>
            <SessionLost login={loginAddress(RECONNECTED)} />
          </Part>
        ) : null}
      </>
    );
  }
  // Without network it waits for it, and whoever is there should know.
  const trouble = me.isPaused ? me.failureReason : me.error;
  return trouble && !leftForLogin(trouble) ? <Failure error={trouble} onRetry={() => void me.refetch()} /> : <Loading />;
}

function Reconnected(): ReactNode {
  const { t } = useTranslation();
  useEffect(() => {
    tellOtherTabs('reconnected');
    window.close();
  }, []);
  return <Text p="md">{t('session.reconnected')}</Text>;
}

function LoggedOut(): ReactNode {
  const { t } = useTranslation();
  return (
    <Text p="md" role="status">
      {t('session.loggedOut')}
    </Text>
  );
}
