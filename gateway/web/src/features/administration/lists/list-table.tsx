import { ActionIcon, Badge, Button, Group, Stack, Switch, Table, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '@/shared/ui/notices';
import classes from './list-table.module.css';

interface Row {
  code: string;
  label: string;
  active: boolean;
}

interface Column<R> {
  name: string;
  cell: (row: R) => ReactNode;
}

interface ListTableProps<R extends Row> {
  rows: R[];
  /** The first is always shown, the others where there is room, and on a phone below the first. */
  columns: [Column<R>, ...Column<R>[]];
  pending: boolean;
  error: unknown;
  onCreate: () => void;
  onEdit: (row: R) => void;
  onMove: (row: R, by: 1 | -1) => void;
  onActive: (row: R, active: boolean) => void;
  onRemove: (row: R) => void;
}

/** A list of which the admin changes every row: its order, whether it is in use, and what it says. */
export function ListTable<R extends Row>({
  rows,
  columns,
  pending,
  error,
  onCreate,
  onEdit,
  onMove,
  onActive,
  onRemove,
}: ListTableProps<R>): ReactNode {
  const { t } = useTranslation(['administration', 'common']);
  const [first, ...others] = columns;
  return (
    <Stack>
      {error ? <Failure error={error} /> : null}
      <Table.ScrollContainer minWidth={300}>
        <Table verticalSpacing="xs" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{first.name}</Table.Th>
              {others.map(({ name }) => (
                <Table.Th key={name} visibleFrom="md">
                  {name}
                </Table.Th>
              ))}
              <Table.Th>{t('lists.inUse')}</Table.Th>
              <Table.Th>{t('lists.order')}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('lists.actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, place) => (
              <Table.Tr key={row.code}>
                <Table.Td>
                  {first.cell(row)}
                  {others.map(({ name, cell }) => (
                    <Text key={name} size="sm" c="dimmed" hiddenFrom="md">
                      {name} · {cell(row)}
                    </Text>
                  ))}
                </Table.Td>
                {others.map(({ name, cell }) => (
                  <Table.Td key={name} visibleFrom="md">
                    {cell(row)}
                  </Table.Td>
                ))}
                <Table.Td>
                  <Switch
                    aria-label={t('lists.inUseOf', { label: row.label })}
                    checked={row.active}
                    onChange={(event) => (pending ? undefined : onActive(row, event.currentTarget.checked))}
                  />
                </Table.Td>
                <Table.Td>
                  <Group gap={4} className={classes.actions}>
                    <Mover
                      label={t('lists.up', { label: row.label })}
                      icon={<IconArrowUp size={16} aria-hidden />}
                      off={pending || place === 0}
                      onMove={() => onMove(row, -1)}
                    />
                    <Mover
                      label={t('lists.down', { label: row.label })}
                      icon={<IconArrowDown size={16} aria-hidden />}
                      off={pending || place === rows.length - 1}
                      onMove={() => onMove(row, 1)}
                    />
                  </Group>
                </Table.Td>
                <Table.Td>
                  <Group gap={4} justify="flex-end" className={classes.actions}>
                    {row.active ? null : <Badge variant="default">{t('lists.retired')}</Badge>}
                    <ActionIcon variant="subtle" aria-label={t('lists.edit', { label: row.label })} onClick={() => onEdit(row)}>
                      <IconPencil size={18} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="red"
                      aria-label={t('lists.remove', { label: row.label })}
                      onClick={() => (pending ? undefined : onRemove(row))}
                    >
                      <IconTrash size={18} aria-hidden />
                    </ActionIcon>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={onCreate}>
          {t('common:create')}
        </Button>
      </Group>
    </Stack>
  );
}

interface MoverProps {
  label: string;
  icon: ReactNode;
  /** At the end, or while something is changed. It stays in reach, so that whoever moves a row by keyboard is still there. */
  off: boolean;
  onMove: () => void;
}

function Mover({ label, icon, off, onMove }: MoverProps): ReactNode {
  return (
    <ActionIcon variant="default" aria-label={label} {...(off ? { 'aria-disabled': true, 'data-disabled': true } : { onClick: onMove })}>
      {icon}
    </ActionIcon>
  );
}
