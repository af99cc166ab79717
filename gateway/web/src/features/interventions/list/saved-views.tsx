import { ActionIcon, Button, Group, Popover, Text, TextInput } from '@mantine/core';
import { IconBookmarkPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/shared/api/refused';
import { savedViewsQuery, useSaveViews } from '@/shared/api/views';
import { useDraft } from '@/shared/drafts/draft';
import type { ColumnName } from './columns';
import { type Filter, isNarrowed } from './filter';
import { filterOf, isOpen, MOST_VIEWS, namedViews, withoutView, withView } from './kept-views';

interface SavedViewsProps {
  filter: Filter;
  shown: ColumnName[];
  onChoose: (filter: Filter) => void;
}

/** Lists that somebody wants to see again, on all of their devices. */
export function SavedViews({ filter, shown, onChoose }: SavedViewsProps): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const text = useProblemText();
  const saved = useQuery(savedViewsQuery);
  const save = useSaveViews();
  const [naming, setNaming] = useState(false);
  const [name, setName, forgetName] = useDraft('name of a view', '');
  const views = namedViews(saved.data?.items ?? []);
  // Under the name of one that is there it takes its place.
  const isFull = views.length >= MOST_VIEWS && !views.some((view) => view.name === name.trim());

  const keep = (): void => {
    save.mutate((all) => withView(all, name.trim(), filter, shown), {
      onSuccess: () => {
        setNaming(false);
        forgetName('');
      },
    });
  };

  return (
    <Group gap="xs" role="group" aria-label={t('list.views')}>
      {views.map((view) => (
        <Button.Group key={view.name}>
          <Button
            size="xs"
            variant={isOpen(view, filter, shown) ? 'filled' : 'default'}
            aria-pressed={isOpen(view, filter, shown)}
            onClick={() => onChoose(filterOf(view))}
          >
            {view.name}
          </Button>
          <Button
            size="xs"
            variant="default"
            px={6}
            aria-label={t('list.removeView', { name: view.name })}
            onClick={() => save.mutate((all) => withoutView(all, view.name))}
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
                error={isFull ? t('list.viewsFull', { count: MOST_VIEWS }) : undefined}
                maxLength={60}
                value={name}
                data-autofocus
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <ActionIcon type="submit" size="lg" disabled={!name.trim() || isFull} loading={save.isPending} aria-label={t('common:save')}>
                <IconBookmarkPlus size={18} aria-hidden />
              </ActionIcon>
            </Group>
          </Popover.Dropdown>
        </Popover>
      ) : null}
      {save.error ? (
        <Text size="sm" c="red" role="alert">
          {text(save.error)}
        </Text>
      ) : null}
    </Group>
  );
}
