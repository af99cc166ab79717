import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '@/shared/api/client';
import type { LiveEvent } from '@/shared/api/types';
import { onEvent } from '@/shared/live/hearing';
import { useRole } from '@/shared/session/session';

/** Says that a client has written, wherever somebody is but at that very intervention: it stays until it is read or put aside. */
export default function ClientWords({ path }: { path: string }): null {
  const { t } = useTranslation();
  const role = useRole();
  const navigate = useNavigate();
  const hear = useEffectEvent(async ({ type, id, interventionId }: LiveEvent): Promise<void> => {
    if (type !== 'comment.added' || !id || !interventionId || path === `/interventions/${interventionId}`) {
      return;
    }
    const { author, body } = data(await api.GET('/api/v1/comments/{id}', { params: { path: { id } } }));
    if (author.role !== 'CLIENT' || !body) {
      return;
    }
    notifications.show({
      id,
      autoClose: false,
      // Where it covers nothing that is used all day: at the desk not what creates an intervention, on a telephone not the tabs.
      position: role === 'DISPATCHER' ? 'bottom-right' : 'top-right',
      title: t('clientWrote', { name: author.name ?? t('role.CLIENT') }),
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" lineClamp={2} c="var(--mantine-color-text)">
            {body}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            flex="none"
            onClick={() => {
              notifications.hide(id);
              void navigate({ to: '/interventions/$id', params: { id: interventionId } });
            }}
          >
            {t('open')}
          </Button>
        </Group>
      ),
    });
  });
  // Whoever opens the intervention finds the words all the same.
  useEffect(() => onEvent((event) => void hear(event).catch(() => undefined)), []);
  return null;
}
