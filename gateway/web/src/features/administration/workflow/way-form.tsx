import { Button, Checkbox, Fieldset, Group, Select, Stack, Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useRefusedFields } from '@/shared/api/refused';
import type { Status, Transition } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { useRules } from '@/shared/forms/validation';
import { FormDialog } from '@/shared/ui/form-dialog';
import { Faults } from '../faults';
import { newRowKey, type TransitionValues, transitionValues, useTransitionChange } from '../lists/list-rows';

const wayRules = z.object({ from: z.string().nullish(), to: z.string() });

export const NEEDS = ['needsTechnician', 'needsSlot', 'needsReason', 'needsReport'] as const;

/** Drawn in the picture, or still to be chosen. */
export interface NewWay {
  from: string | null;
  to: string | null;
}

interface WayFormProps {
  way: Transition | NewWay;
  statuses: Status[];
  onDone: () => void;
}

/** Who may take a way, and what it needs; what would break the workflow is refused with the reason. */
export function WayForm({ way, statuses, onDone }: WayFormProps): ReactNode {
  const { t } = useTranslation(['administration', 'common']);
  const change = useTransitionChange();
  const refusedFields = useRefusedFields();
  const rules = useRules();
  const [key] = useState(newRowKey);
  const row = 'id' in way ? way : null;
  const form = useDraftForm<Omit<TransitionValues, 'to'> & { to: string | null }>(`way ${row?.id ?? `${way.from} ${way.to}`}`, {
    initialValues: row
      ? transitionValues(row)
      : {
          from: way.from,
          to: way.to,
          byDispatcher: true,
          byTechnician: false,
          needsTechnician: false,
          needsSlot: false,
          needsReason: false,
          needsReport: false,
          active: true,
        },
    validate: rules(wayRules),
  });
  const submit = form.onSubmit(({ to, ...values }) => {
    if (to) {
      form.draft.sent(
        change.mutateAsync(
          { ...(row ? { row } : {}), values: { ...(row ? { ...transitionValues(row), ...form.changes() } : values), to }, key },
          { onSuccess: onDone, onError: (error) => form.setErrors(refusedFields(error)) },
        ),
      );
    }
  });
  const options = statuses.map((status) => ({ value: status.code, label: status.label }));
  const check = (name: 'byDispatcher' | 'byTechnician' | (typeof NEEDS)[number]): ReactNode => (
    <Checkbox label={t(`workflow.${name}`)} {...form.getInputProps(name, { type: 'checkbox' })} />
  );
  return (
    <FormDialog
      title={row ? t('workflow.way') : t('workflow.newWay')}
      error={change.error}
      pending={change.isPending}
      draft={form.draft}
      onSubmit={submit}
      onClose={onDone}
    >
      <Faults error={change.error} statuses={statuses} />
      <Group grow align="flex-start">
        <Select
          label={t('workflow.from')}
          placeholder={t('workflow.creation')}
          clearable={row === null}
          disabled={row !== null}
          data={options}
          {...form.getInputProps('from')}
        />
        <Select label={t('workflow.to')} required disabled={row !== null} data={options} {...form.getInputProps('to')} />
      </Group>
      <Fieldset legend={t('workflow.who')}>
        <Stack gap="xs">
          {check('byDispatcher')}
          {check('byTechnician')}
        </Stack>
      </Fieldset>
      <Fieldset legend={t('workflow.needs')}>
        <Stack gap="xs">{NEEDS.map((need) => <div key={need}>{check(need)}</div>)}</Stack>
      </Fieldset>
      <Switch label={t('lists.inUse')} {...form.getInputProps('active', { type: 'checkbox' })} />
      {row ? (
        <Button
          variant="subtle"
          color="red"
          disabled={change.isPending}
          onClick={() => change.mutate({ row, key }, { onSuccess: onDone })}
        >
          {t('workflow.removeWay')}
        </Button>
      ) : null}
    </FormDialog>
  );
}
