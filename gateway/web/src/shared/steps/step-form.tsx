import { Group, NumberInput, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMove } from '@/shared/api/intervention-changes';
import { techniciansQuery } from '@/shared/api/lists';
import { isProblem } from '@/shared/api/problem';
import { useRefusedFields } from '@/shared/api/refused';
import type { AllowedTransition, Intervention, NewTransition } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { useRules } from '@/shared/forms/validation';
import { fromWall, paris, toWall } from '@/shared/time/time';
import { Coming } from '@/shared/ui/coming';
import { DateTimeField } from '@/shared/ui/date-fields';
import { FormDialog } from '@/shared/ui/form-dialog';
import { stepSchema } from './step-schema';
import { askedFor, useStepWords } from './step-words';

interface StepFormProps {
  intervention: Intervention;
  step: AllowedTransition;
  onDone: () => void;
}

interface Values {
  reason: string;
  report: string;
  technicianId: string | null;
  plannedStart: string | null;
  minutes: number;
  overrideReason: string;
}

/** What a step needs, and nothing else; what it needs is said by the API. */
export function StepForm({ intervention, step, onDone }: StepFormProps): ReactNode {
  const { t } = useTranslation('steps');
  const refusedFields = useRefusedFields();
  const rules = useRules();
  const words = useStepWords(intervention);
  const move = useMove(intervention.id);
  const asked = askedFor(step);
  const technicians = useQuery({ ...techniciansQuery, enabled: asked.has('technician') });
  const form = useDraftForm<Values>(`step ${intervention.id} ${step.to}`, {
    initialValues: {
      reason: '',
      report: intervention.report ?? '',
      technicianId: intervention.technicianId ?? null,
      plannedStart: toWall(intervention.plannedStart ?? paris().add(1, 'hour').startOf('hour').toDate()),
      minutes: minutesOf(intervention),
      overrideReason: '',
    },
    validate: rules(stepSchema(asked)),
  });
  const taken = isProblem(move.error, 'slot-taken');

  const submit = form.onSubmit((values) => {
    form.draft.sent(
      move.mutateAsync(
        { version: intervention.version, step: bodyOf(values, step.to, asked, taken), key: form.draft.key },
        { onSuccess: onDone, onError: (error) => form.setErrors(refusedFields(error)) },
      ),
    );
  });

  return (
    <FormDialog
      title={words(step)}
      submit={words(step)}
      error={move.error}
      pending={move.isPending}
      draft={form.draft}
      onSubmit={submit}
      onClose={onDone}
    >
      {asked.has('technician') ? (
        <Select
          label={t('technician')}
          required
          searchable
          data={(technicians.data ?? []).map((technician) => ({ value: technician.id, label: technician.displayName }))}
          {...form.getInputProps('technicianId')}
        />
      ) : null}
      <Coming reads={[technicians]} />
      {asked.has('slot') ? (
        <Group grow align="flex-start">
          <DateTimeField label={t('start')} required valueFormat="ddd D MMM HH:mm" {...form.getInputProps('plannedStart')} />
          <NumberInput label={t('duration')} suffix=" min" min={15} max={10_080} step={15} {...form.getInputProps('minutes')} />
        </Group>
      ) : null}
      {asked.has('reason') ? (
        <Textarea
          label={t('reasonFor')}
          description={t(step.category === 'PAUSED' ? 'reasonHold' : 'reasonHint')}
          required
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          {...form.getInputProps('reason')}
        />
      ) : null}
      {asked.has('report') ? (
        <Textarea
          label={t('report')}
          description={t('reportHint')}
          required
          autosize
          minRows={4}
          maxLength={4000}
          {...form.getInputProps('report')}
        />
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

function minutesOf(intervention: Intervention): number {
  const { plannedStart, plannedEnd } = intervention;
  return plannedStart && plannedEnd ? Math.round((Date.parse(plannedEnd) - Date.parse(plannedStart)) / 60_000) : 120;
}

function bodyOf(values: Values, to: string, asked: Set<string>, taken: boolean): NewTransition {
  const body: NewTransition = { to };
  if (asked.has('reason')) {
    body.reason = values.reason.trim();
  }
  if (asked.has('report')) {
    body.report = values.report.trim();
  }
  if (asked.has('technician') && values.technicianId) {
    body.technicianId = values.technicianId;
  }
  if (asked.has('slot') && values.plannedStart) {
    body.plannedStart = fromWall(values.plannedStart);
    body.plannedEnd = paris(body.plannedStart).add(values.minutes, 'minute').toISOString();
    if (taken && values.overrideReason.trim()) {
      body.overrideReason = values.overrideReason.trim();
    }
  }
  return body;
}
