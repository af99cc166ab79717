import { Badge, Button, Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Status, Transition } from '@/shared/api/types';
import { useWayChosen } from './chosen';
import { Doers } from './doers';
import { NEEDS } from './way-form';

/** The same as the picture shows, to be read line by line. */
export function WayTable({ statuses, transitions }: { statuses: Status[]; transitions: Transition[] }): ReactNode {
  const { t } = useTranslation(['administration', 'common']);
  const choose = useWayChosen();
  const label = (code: string | null | undefined) =>
    code ? (statuses.find((status) => status.code === code)?.label ?? code) : t('workflow.creation');
  const needs = (transition: Transition) =>
    NEEDS.filter((need) => transition[need])
      .map((need) => t(`workflow.${need}`))
      .join(', ');
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table highlightOnHover aria-label={t('workflow.table')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('workflow.from')}</Table.Th>
            <Table.Th>{t('workflow.to')}</Table.Th>
            <Table.Th>{t('workflow.who')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('workflow.needs')}</Table.Th>
            <Table.Th>
              <span className="visually-hidden">{t('lists.actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {transitions.map((transition) => (
            <Table.Tr key={transition.id}>
              <Table.Td>{label(transition.from)}</Table.Td>
              <Table.Td>{label(transition.to)}</Table.Td>
              <Table.Td>
                <Group gap={6}>
                  <Doers transition={transition} />
                </Group>
                <Text size="sm" c="dimmed" hiddenFrom="sm">
                  {needs(transition)}
                </Text>
              </Table.Td>
              <Table.Td visibleFrom="sm">{needs(transition)}</Table.Td>
              <Table.Td>
                <Group gap="xs" justify="flex-end">
                  {transition.active ? null : <Badge variant="default">{t('lists.retired')}</Badge>}
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('workflow.openWay', { from: label(transition.from), to: label(transition.to) })}
                    onClick={() => choose(transition)}
                  >
                    {t('common:edit')}
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
