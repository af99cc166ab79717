import { Group, NumberInput, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { newKey } from '@/shared/api/client';
import { useChange } from '@/shared/api/intervention-changes';
import { techniciansQuery } from '@/shared/api/lists';
import { isProblem } from '@/shared/api/problem';
import { useRefusedFields } from '@/shared/api/refused';
import type { Intervention, InterventionPatch } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { useRules } from '@/shared/forms/validation';
import { fromWall, paris, toWall } from '@/shared/time/time';
import { Coming } from '@/shared/ui/coming';
import { DateTimeField } from '@/shared/ui/date-fields';
import { FormDialog } from '@/shared/ui/form-dialog';
import { minutes } from './step-schema';

const planSchema = z.object({ technicianId: z.string(), minutes, overrideReason: z.string().max(500) });

/** Another technician, another time, or both, the status staying as it is. */
export function PlanForm({ intervention, onDone }: { intervention: Intervention; onDone: () => void }): ReactNode {
  const { t } = useTranslation('steps');
  const change = useChange();
  const refusedFields = useRefusedFields();
  const rules = useRules();
  const technicians = useQuery(techniciansQuery);
  const { plannedStart, plannedEnd } = intervention;
  const form = useDraftForm(`plan ${intervention.id}`, {
    initialValues: {
      technicianId: intervention.technicianId ?? null,
      plannedStart: plannedStart ? toWall(plannedStart) : null,
      minutes: plannedStart && plannedEnd ? Math.round((Date.parse(plannedEnd) - Date.parse(plannedStart)) / 60_000) : 120,
      overrideReason: '',
    },
    validate: rules(planSchema),
  });
  const taken = isProblem(change.error, 'slot-taken');

  const submit = form.onSubmit((values) => {
    const patch: InterventionPatch = {};
    // What was left as it was may have been changed by somebody else meanwhile.
    if (values.technicianId && form.isDirty('technicianId')) {
      patch.technicianId = values.technicianId;
    }
    if (values.plannedStart && (form.isDirty('plannedStart') || form.isDirty('minutes'))) {
      patch.plannedStart = fromWall(values.plannedStart);
      patch.plannedEnd = paris(patch.plannedStart).add(values.minutes, 'minute').toISOString();
    }
    if (taken && values.overrideReason.trim()) {
      patch.overrideReason = values.overrideReason.trim();
    }
    form.draft.sent(
      change.mutateAsync(
        { id: intervention.id, version: intervention.version, patch, key: newKey() },
        { onSuccess: onDone, onError: (error) => form.setErrors(refusedFields(error)) },
      ),
    );
  });

  return (
    <FormDialog
      title={t('move')}
      error={change.error}
      pending={change.isPending}
      draft={form.draft}
      onSubmit={submit}
      onClose={onDone}
    >
      <Select
        label={t('technician')}
        required
        searchable
        data={(technicians.data ?? []).map((technician) => ({ value: technician.id, label: technician.displayName }))}
        {...form.getInputProps('technicianId')}
      />
      <Coming reads={[technicians]} />
      {plannedStart ? (
        <Group grow align="flex-start">
          <DateTimeField label={t('start')} required valueFormat="ddd D MMM HH:mm" {...form.getInputProps('plannedStart')} />
          <NumberInput label={t('duration')} suffix=" min" min={15} max={10_080} step={15} {...form.getInputProps('minutes')} />
        </Group>
      ) : null}
      {taken ? (
        <Textarea
          label={t('override')}
          description={t('overrideHint')}
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('overrideReason')}
        />
      ) : null}
    </FormDialog>
  );
}
