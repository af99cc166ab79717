import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { CatchBoundary, type ErrorComponentProps } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isOfRequest, isPassing } from '@/shared/api/problem';
import { Failure, Loading } from './notices';

interface PartProps {
  /** While it is on its way. */
  fallback?: ReactNode;
  /** In place of it, when it fails. */
  failed?: (failure: ErrorComponentProps) => ReactNode;
  children: ReactNode;
}

/** A part of a screen that comes and fails by itself: the rest stays as it is, and usable. */
export function Part({ fallback = <Loading />, failed = PartFailure, children }: PartProps): ReactNode {
  return (
    <CatchBoundary getResetKey={always} errorComponent={failed}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </CatchBoundary>
  );
}

const always = (): string => 'part';

/** After how many milliseconds what goes away by waiting is tried again by itself; at once when the network is back. */
const UNTIL_RETRIED = 15_000;

/** What the API did not give is asked for again; what of the application itself did not come comes only with the whole page. */
export function PartFailure({ error, reset }: ErrorComponentProps): ReactNode {
  const queries = useQueryErrorResetBoundary();
  const retry = (): void => {
    // Otherwise what has failed fails again at once, without being asked for.
    queries.reset();
    reset();
  };
  const retryByItself = useEffectEvent(retry);
  const willPass = isPassing(error);
  useEffect(() => {
    if (!willPass) {
      return;
    }
    const timer = setTimeout(retryByItself, UNTIL_RETRIED);
    window.addEventListener('online', retryByItself);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', retryByItself);
    };
  }, [willPass]);
  return isOfRequest(error) ? <Failure error={error} onRetry={retry} /> : <Unloaded />;
}

function Unloaded(): ReactNode {
  const { t } = useTranslation();
  return (
    <Alert role="alert" color="red" title={t('failure.title')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('failure.part')}</Text>
        <Button size="xs" variant="default" onClick={reload}>
          {t('reload')}
        </Button>
      </Stack>
    </Alert>
  );
}

export function reload(): void {
  window.location.reload();
}
