import { Alert, Button, Stack, Text } from '@mantine/core';
import { CatchBoundary, type ErrorComponentProps } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { isOfRequest } from '@/shared/api/problem';
import { Failure, Loading } from './notices';
import { useRetry } from './use-retry';

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

/** What the API did not give is asked for again; what of the application itself did not come comes only with the whole page. */
export function PartFailure(failure: ErrorComponentProps): ReactNode {
  const { error, isRetrying, retry } = useRetry(failure);
  return isOfRequest(error) ? <Failure error={error} isRetrying={isRetrying} onRetry={retry} /> : <Unloaded />;
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
