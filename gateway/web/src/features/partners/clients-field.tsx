import { ActionIcon, Button, Group, Input, Paper, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientSelect } from '@/shared/ui/client-select';
import { ClientName } from './client-name';

/** A partner may have a thousand clients, and each has to be asked for its name. */
const SHOWN = 8;

interface ClientsFieldProps {
  value: string[];
  error?: ReactNode;
  onChange: (ids: string[]) => void;
}

/** The clients whose events a partner reads: found as somebody types, the latest first. */
export function ClientsField({ value, error, onChange }: ClientsFieldProps): ReactNode {
  const { t } = useTranslation('partners');
  const [shown, setShown] = useState(SHOWN);
  // Begins anew after each choice, so that one can go on typing the next.
  const [round, setRound] = useState(0);
  const latest = value.toReversed();
  return (
    <Stack gap="xs">
      <ClientSelect
        key={round}
        label={t('addClient')}
        description={t('addClientHint')}
        value={null}
        error={error}
        data-autofocus={round > 0 || undefined}
        autoFocus={round > 0}
        onChange={(id) => {
          if (id !== null && !value.includes(id)) {
            onChange([...value, id]);
          }
          setRound(round + 1);
        }}
      />
      <Input.Wrapper labelElement="div" label={t('clients')} description={t('clientsHint')}>
        {value.length === 0 ? (
          <Text size="sm" mt={4}>
            {t('noClients')}
          </Text>
        ) : (
          <Stack component="ul" gap={4} p={0} my={4} style={{ listStyle: 'none' }} aria-label={t('clients')}>
            {latest.slice(0, shown).map((id) => (
              <Paper component="li" key={id} withBorder px="sm" py={4}>
                <ClientName id={id}>
                  {(name) => (
                    <Group justify="space-between" wrap="nowrap" gap="xs">
                      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                        {name}
                      </Text>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('removeClient', { name })}
                        onClick={() => onChange(value.filter((each) => each !== id))}
                      >
                        <IconX size={16} aria-hidden />
                      </ActionIcon>
                    </Group>
                  )}
                </ClientName>
              </Paper>
            ))}
          </Stack>
        )}
      </Input.Wrapper>
      <More count={latest.length - shown} onMore={() => setShown(shown + 5 * SHOWN)} />
    </Stack>
  );
}

/** The rest of a list of clients. */
export function More({ count, onMore }: { count: number; onMore: () => void }): ReactNode {
  const { t } = useTranslation('partners');
  return count > 0 ? (
    <Group>
      <Button size="compact-sm" variant="subtle" onClick={onMore}>
        {t('moreClients', { count })}
      </Button>
    </Group>
  ) : null;
}
