import { ActionIcon, Button, Group, Popover, TextInput } from '@mantine/core';
import { IconBookmarkPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { savedViewsQuery, useSaveViews } from '@/shared/api/views';
import { type Filter, filterSchema, isNarrowed } from './filter';

const LIST = 'interventions';

/** Lists that somebody wants to see again, on all of their devices. */
export function SavedViews({ filter, onChoose }: { filter: Filter; onChoose: (filter: Filter) => void }): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const saved = useQuery(savedViewsQuery);
  const save = useSaveViews();
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const views = (saved.data?.items ?? []).filter((view) => view.list === LIST);
  const current = JSON.stringify(filter);

  const keep = (): void => {
    const view = { list: LIST, name: name.trim(), query: current };
    save.mutate((all) => [...all.filter((other) => other.list !== LIST || other.name !== view.name), view], {
      onSuccess: () => {
        setNaming(false);
        setName('');
      },
    });
  };

  return (
    <Group gap="xs" role="group" aria-label={t('list.views')}>
      {views.map((view) => (
        <Button.Group key={view.name}>
          <Button
            size="xs"
            variant={view.query === current ? 'filled' : 'default'}
            aria-pressed={view.query === current}
            onClick={() => onChoose(filterSchema.parse(JSON.parse(view.query)))}
          >
            {view.name}
          </Button>
          <Button
            size="xs"
            variant="default"
            px={6}
            aria-label={t('list.removeView', { name: view.name })}
            onClick={() => save.mutate((all) => all.filter((other) => other.list !== LIST || other.name !== view.name))}
          >
            <IconX size={14} aria-hidden />
          </Button>
        </Button.Group>
      ))}
      {isNarrowed(filter) ? (
        <Popover opened={naming} onChange={setNaming} trapFocus withRoles>
          <Popover.Target>
            <Button
              size="xs"
              variant="subtle"
              leftSection={<IconBookmarkPlus size={16} aria-hidden />}
              onClick={() => setNaming((open) => !open)}
            >
              {t('list.saveView')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Group
              gap="xs"
              component="form"
              align="flex-end"
              onSubmit={(event: React.SubmitEvent) => {
                event.preventDefault();
                keep();
              }}
            >
              <TextInput
                label={t('list.viewName')}
                maxLength={60}
                value={name}
                data-autofocus
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <ActionIcon type="submit" size="lg" disabled={!name.trim()} loading={save.isPending} aria-label={t('common:save')}>
                <IconBookmarkPlus size={18} aria-hidden />
              </ActionIcon>
            </Group>
          </Popover.Dropdown>
        </Popover>
      ) : null}
    </Group>
  );
}
