import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Workbox } from 'workbox-window';

const NOTICE = 'update';

/** Keeps the application itself on this device, and says when a newer one is ready: nobody is interrupted by it. */
export default function Installed(): null {
  const { t } = useTranslation();
  useEffect(() => {
    const worker = new Workbox('/sw.js');
    worker.addEventListener('waiting', () =>
      notifications.show({
        id: NOTICE,
        autoClose: false,
        message: (
          <Group justify="space-between">
            <Text size="sm">{t('update.available')}</Text>
            <Button size="compact-sm" onClick={() => worker.messageSkipWaiting()}>
              {t('update.install')}
            </Button>
          </Group>
        ),
      }),
    );
    worker.addEventListener('controlling', ({ isUpdate }) => {
      if (isUpdate) {
        window.location.reload();
      }
    });
    // Without it the application works as long as there is network.
    void worker.register().catch(() => undefined);
  }, [t]);
  return null;
}
