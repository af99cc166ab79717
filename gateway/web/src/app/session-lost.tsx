import '@/shared/ui/all-styles';
import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/shared/ui/dialog';

/** Over the page as it is: logging in again happens in a window of its own. */
export default function SessionLost({ login }: { login: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={() => undefined} withCloseButton={false} title={t('session.expiredTitle')} centered>
      <Stack>
        <Text>{t('session.expired')}</Text>
        <Button component="a" href={login} target="accord-login" rel="opener" data-autofocus>
          {t('session.reconnect')}
        </Button>
      </Stack>
    </Dialog>
  );
}
