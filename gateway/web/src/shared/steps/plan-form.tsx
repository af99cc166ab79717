import { Group, NumberInput, Select, Textarea } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '@/shared/api/interventions';
import { techniciansQuery } from '@/shared/api/lists';
import { isProblem } from '@/shared/api/problem';
import { useRefusedFields } from '@/shared/api/refused';
import type { Intervention, InterventionPatch } from '@/shared/api/types';
import { fromWall, paris, toWall } from '@/shared/time/time';
import { FormDialog } from '@/shared/ui/form-dialog';

/** Another technician, another time, or both, the status staying as it is. */
export function PlanForm({ intervention, onDone }: { intervention: Intervention; onDone: () => void }): ReactNode {
  const { t } = useTranslation(['steps', 'common']);
  const change = useChange();
  const refusedFields = useRefusedFields();
  const technicians = useQuery(techniciansQuery);
  const { plannedStart, plannedEnd } = intervention;
  const form = useForm({
    initialValues: {
      technicianId: intervention.technicianId ?? null,
      start: plannedStart ? toWall(plannedStart) : null,
      minutes: plannedStart && plannedEnd ? Math.round((Date.parse(plannedEnd) - Date.parse(plannedStart)) / 60_000) : 120,
      overrideReason: '',
    },
    validate: { technicianId: (value) => (value ? null : t('common:refused.technicianId')) },
  });
  const taken = isProblem(change.error, 'slot-taken');

  const submit = form.onSubmit((values) => {
    const patch: InterventionPatch = {};
    if (values.technicianId && values.technicianId !== intervention.technicianId) {
      patch.technicianId = values.technicianId;
    }
    if (values.start) {
      const start = fromWall(values.start);
      const end = paris(start).add(values.minutes, 'minute').toISOString();
      if (Date.parse(start) !== Date.parse(plannedStart ?? '') || Date.parse(end) !== Date.parse(plannedEnd ?? '')) {
        patch.plannedStart = start;
        patch.plannedEnd = end;
      }
    }
    if (taken && values.overrideReason.trim()) {
      patch.overrideReason = values.overrideReason.trim();
    }
    change.mutate(
      { id: intervention.id, version: intervention.version, patch },
      {
        onSuccess: onDone,
        onError: (error) => {
          const { plannedStart: start, ...fields } = refusedFields(error);
          form.setErrors(start ? { ...fields, start } : fields);
        },
      },
    );
  });

  return (
    <FormDialog title={t('move')} error={change.error} pending={change.isPending} onSubmit={submit} onClose={onDone}>
      <Select
        label={t('technician')}
        required
        searchable
        data={(technicians.data ?? []).map((technician) => ({ value: technician.id, label: technician.displayName }))}
        {...form.getInputProps('technicianId')}
      />
      {plannedStart ? (
        <Group grow align="flex-start">
          <DateTimePicker label={t('start')} required valueFormat="ddd D MMM HH:mm" {...form.getInputProps('start')} />
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
