import { Button, Stack, Text } from '@mantine/core';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api/problem';
import { Failure } from '@/shared/ui/notices';
import { Page } from '@/shared/ui/page';

export function NotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <Page title={t('failure.notFoundTitle')}>
      <Stack align="flex-start">
        <Text>{t('failure.notFound')}</Text>
        <Button component={Link} to="/">
          {t('failure.home')}
        </Button>
      </Stack>
    </Page>
  );
}

export function PageFailure({ error, reset }: ErrorComponentProps): ReactNode {
  return isProblem(error, 'not-found') ? <NotFound /> : <Broken error={error} onRetry={reset} />;
}

function Broken({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Page title={t('failure.page')}>
      <Failure error={error} onRetry={onRetry} />
    </Page>
  );
}
