import '@/shared/ui/all-styles';
import { Affix, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/shared/ui/dialog';

/** Above what is at the bottom of a telephone's screen. */
const PLACE = { bottom: 76, right: 16 };

/**
 * Over the page as it is: logging in again happens in a window of its own. Whoever cannot do that here and now, as in a cellar,
 * puts it aside and reads what is on the device; what waits to be sent goes on waiting.
 */
export default function SessionLost({ login }: { login: string }): ReactNode {
  const { t } = useTranslation();
  const [aside, { open: putAside }] = useDisclosure();
  const way = { component: 'a', href: login, target: 'accord-login', rel: 'opener' } as const;
  return aside ? (
    <Affix position={PLACE}>
      <Button {...way} size="sm" variant="default">
        {t('session.reconnectLater')}
      </Button>
    </Affix>
  ) : (
    <Dialog opened onClose={putAside} title={t('session.expiredTitle')} closeButtonProps={{ 'aria-label': t('close') }} centered>
      <Stack>
        <Text>{t('session.expired')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={putAside}>
            {t('session.aside')}
          </Button>
          <Button {...way} data-autofocus>
            {t('session.reconnect')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
