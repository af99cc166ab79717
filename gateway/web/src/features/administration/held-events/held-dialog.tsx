import { Alert, Button, Code, Group, ScrollArea, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { newKey } from '@/shared/api/client';
import { useProblemText } from '@/shared/api/refused';
import type { HeldEvent } from '@/shared/api/types';
import { dateTime } from '@/shared/time/time';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { said } from '@/shared/forms/rules';
import { useRules } from '@/shared/forms/validation';
import { Dialog } from '@/shared/ui/dialog';
import { FormDialog } from '@/shared/ui/form-dialog';
import { readable } from './body';
import { type Service, useDismissal, useReplay } from './calls';
import { useWhatHappened, versionsOf } from './what-happened';

interface HeldDialogProps {
  service: Service;
  event: HeldEvent;
  onDone: () => void;
}

const LONGEST_REASON = 500;
const dismissalRules = z.object({ reason: said(LONGEST_REASON) });

/** One event that could not be handled: what it is, why, and the two ways on. */
export function HeldDialog({ service, event, onDone }: HeldDialogProps): ReactNode {
  const { t } = useTranslation(['administration', 'common']);
  const text = useProblemText();
  const whatHappened = useWhatHappened();
  const replay = useReplay(service, event.id);
  const [dismissing, setDismissing] = useState(false);
  if (dismissing) {
    return <DismissDialog service={service} event={event} onDone={onDone} />;
  }
  return (
    <Dialog opened centered size="xl" title={whatHappened(event)} onClose={onDone}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          <Fact label={t('held.state')}>{t(`held.states.${event.state}`)}</Fact>
          <Fact label={t('held.since')}>{dateTime(event.parkedAt)}</Fact>
          <Fact label={t('held.type')}>{event.type ?? t('common:none')}</Fact>
          <Fact label={t('held.queue')}>{event.queue}</Fact>
          <Fact label={t('held.attempts')}>{event.attempts}</Fact>
          <Fact label={t('held.version')}>{versionsOf(event)}</Fact>
          <Fact label={t('held.subject')}>{event.subject ?? t('common:none')}</Fact>
        </SimpleGrid>
        <Fact label={t('held.reason')}>
          <span lang="en">{event.reason}</span>
        </Fact>
        {event.body ? (
          <Stack gap={2}>
            <Text size="sm" fw={600}>
              {t('held.body', { size: event.size })}
            </Text>
            <ScrollArea.Autosize mah={280} viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': t('held.body', { size: event.size }) }}>
              <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {readable(event.body)}
              </Code>
            </ScrollArea.Autosize>
          </Stack>
        ) : null}
        {replay.error ? (
          <Alert color="red" role="alert">
            <Text size="sm">{text(replay.error)}</Text>
          </Alert>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" c="var(--mantine-color-error)" onClick={() => setDismissing(true)}>
            {t('held.dismiss')}
          </Button>
          {event.state === 'MISSING' ? null : (
            <Button
              loading={replay.isPending}
              onClick={() =>
                replay.mutate(newKey(), {
                  onSuccess: () => {
                    notifications.show({ message: t('held.replayed') });
                    onDone();
                  },
                })
              }
            >
              {t('held.replay')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  );
}

function DismissDialog({ service, event, onDone }: HeldDialogProps): ReactNode {
  const { t } = useTranslation('administration');
  // As it was when somebody decided: one that was tried again meanwhile is looked at once more.
  const [decided] = useState(event);
  const dismiss = useDismissal(service, decided);
  const rules = useRules();
  const form = useDraftForm(`dismissal of ${event.id}`, { initialValues: { reason: '' }, validate: rules(dismissalRules) });
  return (
    <FormDialog
      title={t('held.dismissTitle')}
      submit={t('held.dismiss')}
      danger
      error={dismiss.error}
      pending={dismiss.isPending}
      draft={form.draft}
      onSubmit={form.onSubmit(({ reason }) =>
        dismiss.mutate(reason, {
          onSuccess: () => {
            form.draft.accepted();
            onDone();
          },
        }),
      )}
      onClose={onDone}
    >
      <Text size="sm">{t('held.dismissHint')}</Text>
      <Textarea
        label={t('held.dismissReason')}
        required
        maxLength={LONGEST_REASON}
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
