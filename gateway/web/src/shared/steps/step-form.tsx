import { Alert, Button, Group, Modal, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/shared/api/client';
import { useMove } from '@/shared/api/interventions';
import { techniciansQuery } from '@/shared/api/lists';
import { isProblem } from '@/shared/api/problem';
import { useProblemText, useRefusedFields } from '@/shared/api/refused';
import type { AllowedTransition, Intervention, NewTransition } from '@/shared/api/types';
import { useStepWords } from './step-words';
import { fromWall, paris, toWall } from '@/shared/time/time';

interface StepFormProps {
  intervention: Intervention;
  step: AllowedTransition;
  onDone: () => void;
}

interface Values {
  reason: string;
  report: string;
  technicianId: string | null;
  start: string | null;
  minutes: number;
  overrideReason: string;
}

/** What a step needs, and nothing else; what it needs is said by the API. */
export function StepForm({ intervention, step, onDone }: StepFormProps): ReactNode {
  const { t } = useTranslation(['steps', 'common']);
  const text = useProblemText();
  const refusedFields = useRefusedFields();
  const words = useStepWords(intervention);
  const move = useMove(intervention.id);
  const [key] = useState(newKey);
  const needs = new Set(step.needs);
  const choosesTechnician = step.category === 'PLANNED';
  const technicians = useQuery({ ...techniciansQuery, enabled: choosesTechnician });
  const form = useForm<Values>({
    initialValues: {
      reason: '',
      report: intervention.report ?? '',
      technicianId: intervention.technicianId ?? null,
      start: toWall(intervention.plannedStart ?? paris().add(1, 'hour').startOf('hour').toDate()),
      minutes: minutesOf(intervention),
      overrideReason: '',
    },
    validate: {
      reason: (value) => (needs.has('reason') && !value.trim() ? t('common:refused.reason') : null),
      report: (value) => (needs.has('report') && !value.trim() ? t('common:refused.report') : null),
      technicianId: (value) => (choosesTechnician && !value ? t('common:refused.technicianId') : null),
      start: (value) => (needs.has('slot') && !value ? t('common:refused.plannedStart') : null),
    },
  });
  const taken = isProblem(move.error, 'slot-taken');

  const submit = form.onSubmit((values) => {
    move.mutate(
      { version: intervention.version, step: bodyOf(values, step, needs, taken), key },
      {
        onSuccess: onDone,
        onError: (error) => {
          const { plannedStart, ...fields } = refusedFields(error);
          form.setErrors(plannedStart ? { ...fields, start: plannedStart } : fields);
        },
      },
    );
  });

  return (
    <Modal opened onClose={onDone} title={words(step)} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          {choosesTechnician ? (
            <Select
              label={t('technician')}
              required
              searchable
              data={(technicians.data ?? []).map((technician) => ({ value: technician.id, label: technician.displayName }))}
              {...form.getInputProps('technicianId')}
            />
          ) : null}
          {needs.has('slot') ? (
            <Group grow align="flex-start">
              <DateTimePicker
                label={t('start')}
                required
                valueFormat="ddd D MMM HH:mm"
                {...form.getInputProps('start')}
              />
              <NumberInput label={t('duration')} suffix=" min" min={15} max={10_080} step={15} {...form.getInputProps('minutes')} />
            </Group>
          ) : null}
          {needs.has('reason') ? (
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
          {needs.has('report') ? (
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
          {move.error ? (
            <Alert color="red" role="alert">
              <Text size="sm">{text(move.error)}</Text>
            </Alert>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={move.isPending}>
              {words(step)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function minutesOf(intervention: Intervention): number {
  const { plannedStart, plannedEnd } = intervention;
  return plannedStart && plannedEnd ? Math.round((Date.parse(plannedEnd) - Date.parse(plannedStart)) / 60_000) : 120;
}

function bodyOf(values: Values, step: AllowedTransition, needs: Set<string>, taken: boolean): NewTransition {
  const body: NewTransition = { to: step.to };
  if (needs.has('reason')) {
    body.reason = values.reason.trim();
  }
  if (needs.has('report')) {
    body.report = values.report.trim();
  }
  if (step.category === 'PLANNED' && values.technicianId) {
    body.technicianId = values.technicianId;
  }
  if (needs.has('slot') && values.start) {
    body.plannedStart = fromWall(values.start);
    body.plannedEnd = paris(body.plannedStart).add(values.minutes, 'minute').toISOString();
    if (taken && values.overrideReason.trim()) {
      body.overrideReason = values.overrideReason.trim();
    }
  }
  return body;
}

