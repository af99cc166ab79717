import { Alert, Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/shared/ui/dialog';
import { Copyable } from './copyable';

export interface Shown {
  title: string;
  /** What is shown now and never again; null when there is nothing secret. */
  secret: { label: string; value: string } | null;
  facts?: { label: string; value: string }[];
}

/** The library's yellow is too light for words. */
const READABLE = { title: { color: 'var(--mantine-color-text)' }, icon: { color: 'var(--mantine-color-text)' } };

/** A secret, this once. Neither Escape nor a click beside it closes it: it would be gone. */
export function ShownOnce({ shown, onClose }: { shown: Shown; onClose: () => void }): ReactNode {
  const { t } = useTranslation(['partners', 'common']);
  const { secret } = shown;
  return (
    <Dialog
      opened
      centered
      size="lg"
      title={shown.title}
      onClose={onClose}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Stack>
        {secret ? (
          <>
            <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={t('once.warning')} styles={READABLE}>
              <Text size="sm">{t('once.warningHint')}</Text>
            </Alert>
            <Group align="flex-end" gap="xs">
              <TextInput
                flex="1 1 260px"
                readOnly
                label={secret.label}
                value={secret.value}
                spellCheck={false}
                autoComplete="off"
                styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
                onFocus={(event) => event.currentTarget.select()}
              />
              <CopyButton value={secret.value} timeout={4000}>
                {({ copied, copy }) => (
                  <Button
                    data-autofocus
                    leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
                    aria-label={t(copied ? 'once.copiedOf' : 'once.copyOf', { label: secret.label })}
                    onClick={copy}
                  >
                    {t(copied ? 'common:copied' : 'common:copy')}
                  </Button>
                )}
              </CopyButton>
            </Group>
          </>
        ) : (
          <Text size="sm">{t('once.noSecret')}</Text>
        )}
        {shown.facts?.map((fact) => (
          <Copyable key={fact.label} {...fact} />
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t(secret ? 'once.done' : 'common:close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
