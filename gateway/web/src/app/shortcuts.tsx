import '@/shared/ui/all-styles';
import { Kbd, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/shared/ui/dialog';
import type { Destination } from './navigation';

interface ShortcutsProps {
  destinations: Destination[];
  creates: boolean;
  onClose: () => void;
}

/** What the keyboard does, for whoever presses `?`. */
export default function Shortcuts({ destinations, creates, onClose }: ShortcutsProps): ReactNode {
  const { t } = useTranslation();
  const lines: [string[], string][] = [
    ...destinations.map(({ key, label }): [string[], string] => [['g', key], t(`nav.${label}`)]),
    ...(creates ? ([[['n'], t('nav.newIntervention')]] as [string[], string][]) : []),
    [['/'], t('shortcuts.search')],
    [['j', 'k'], t('shortcuts.lines')],
    [['Ctrl', '↵'], t('shortcuts.send')],
    [['?'], t('shortcuts.help')],
  ];
  return (
    <Dialog opened onClose={onClose} title={t('account.shortcuts')} centered>
      <Table>
        <Table.Tbody>
          {lines.map(([keys, meaning]) => (
            <Table.Tr key={meaning}>
              <Table.Td w={120}>
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Th scope="row" fw={400}>
                {meaning}
              </Table.Th>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="sm">
        {t('shortcuts.off')}
      </Text>
    </Dialog>
  );
}
