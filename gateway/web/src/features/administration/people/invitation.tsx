import { Button, CopyButton, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, newKey } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { User } from '@/shared/api/types';
import { dateTime } from '@/shared/time/time';
import { Failure } from '@/shared/ui/notices';

/** The link with which somebody chooses their password; it is shown once, to be sent to them. */
export function Invitation({ person }: { person: User }): ReactNode {
  const { t } = useTranslation(['administration', 'common']);
  const queries = useQueryClient();
  const path = { id: person.id };
  const queryKey = [...keys.user(person.id), 'invitation'];
  const status = useQuery({
    queryKey,
    queryFn: async () => data(await api.GET('/api/v1/users/{id}/invitation', { params: { path } })),
  });
  const [key, setKey] = useState(newKey);
  const invite = useMutation({
    mutationFn: async () =>
      data(await api.POST('/api/v1/users/{id}/invitation', { params: { path, header: { 'Idempotency-Key': key } } })),
    onSuccess: () => {
      setKey(newKey());
      void queries.invalidateQueries({ queryKey });
    },
  });
  const state = status.data?.state;
  return (
    <Fieldset legend={t('people.invitation')}>
      <Stack gap="xs">
        {status.error ? (
          <Failure error={status.error} />
        ) : (
          // Its line is there from the beginning: nothing moves under somebody's finger.
          <Text size="sm" role="status">
            {state
              ? t(`people.invitationStates.${state}`, {
                  when: dateTime(status.data?.acceptedAt ?? status.data?.expiresAt ?? new Date()),
                })
              : '\u00a0'}
          </Text>
        )}
        {invite.data ? (
          <Group align="flex-end" gap="xs">
            <TextInput
              flex={1}
              readOnly
              label={t('people.link')}
              description={t('people.linkHint', { when: dateTime(invite.data.expiresAt) })}
              value={invite.data.link}
            />
            <CopyButton value={invite.data.link}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {t(copied ? 'common:copied' : 'common:copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        ) : null}
        {invite.error ? <Failure error={invite.error} /> : null}
        <Group>
          <Button variant="light" loading={invite.isPending} onClick={() => invite.mutate()}>
            {t(state === 'ACCEPTED' ? 'people.resetPassword' : 'people.invite')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
