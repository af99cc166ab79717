import { Button, Stack, Text } from '@mantine/core';
import { type ErrorComponentProps, Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api/problem';
import { Waiting } from '@/shared/queue/waiting';
import { Page } from '@/shared/ui/page';
import { PartFailure } from '@/shared/ui/part';

/** `children` is what is left of it. */
export function NotFound({ children }: { children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <Page title={t('failure.notFoundTitle')}>
      <Stack align="flex-start">
        <Text>{t('failure.notFound')}</Text>
        <Button component={Link} to="/">
          {t('failure.home')}
        </Button>
      </Stack>
      {children}
    </Page>
  );
}

/** What was done at an intervention and is not sent yet is there to be read, copied or given up, also when somebody else has it now. */
export function InterventionFailure({ error, reset }: ErrorComponentProps): ReactNode {
  const { id } = useParams({ from: '/interventions/$id' });
  return isProblem(error, 'not-found') ? (
    <NotFound>
      <Waiting interventionId={id} />
    </NotFound>
  ) : (
    <Broken error={error} reset={reset} />
  );
}

export function PageFailure({ error, reset }: ErrorComponentProps): ReactNode {
  return isProblem(error, 'not-found') ? <NotFound /> : <Broken error={error} reset={reset} />;
}

function Broken(failure: ErrorComponentProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Page title={t('failure.page')}>
      <PartFailure {...failure} />
    </Page>
  );
}
