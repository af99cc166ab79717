import { Alert, Button, Center, Loader, Stack, Text } from '@mantine/core';
import { useDebouncedValue, useNetwork } from '@mantine/hooks';
import { IconAlertTriangle, IconMoodEmpty } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/shared/api/refused';

/** What is on the device comes sooner, in milliseconds. */
const UNTIL_TOLD = 1000;

/** What is shown here is on its way; without network it comes by itself when that is back. */
export function Loading(): ReactNode {
  const { t } = useTranslation();
  const [online] = useDebouncedValue(useNetwork().online, UNTIL_TOLD);
  return (
    <Center mih={160} role="status">
      {online ? (
        <>
          <Loader aria-hidden />
          <span className="visually-hidden">{t('loading')}</span>
        </>
      ) : (
        <Text>{t('connection.notHere')}</Text>
      )}
    </Center>
  );
}

interface FailureProps {
  error: unknown;
  onRetry?: () => void;
  isRetrying?: boolean;
}

export function Failure({ error, onRetry, isRetrying = false }: FailureProps): ReactNode {
  const { t } = useTranslation();
  const text = useProblemText();
  return (
    <Alert role="alert" color="red" title={t('failure.title')} icon={<IconAlertTriangle aria-hidden />}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{text(error)}</Text>
        {onRetry ? (
          <Button size="xs" variant="default" loading={isRetrying} onClick={onRetry}>
            {t('retry')}
          </Button>
        ) : null}
      </Stack>
    </Alert>
  );
}

export function Empty({ children }: { children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <Center mih={120}>
      <Stack align="center" gap="xs">
        <IconMoodEmpty aria-hidden size={32} />
        <Text c="dimmed">{children ?? t('noneFound')}</Text>
      </Stack>
    </Center>
  );
}
