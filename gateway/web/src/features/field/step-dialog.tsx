import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedTransition, Intervention } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { RestoredNotice } from '@/shared/drafts/restored-notice';
import { Fields } from '@/shared/forms/fields';
import { useRules } from '@/shared/forms/validation';
import { stepSchema } from '@/shared/steps/step-schema';
import { askedFor, useStepWords } from '@/shared/steps/step-words';
import { Dialog } from '@/shared/ui/dialog';
import { Failure } from '@/shared/ui/notices';
import { Evidence } from './evidence';
import type { Acts } from './use-acts';

interface StepDialogProps {
  job: Intervention;
  step: AllowedTransition;
  acts: Acts;
  onDone: () => void;
}

/** Whole words beside each other on the narrowest phone. */
const TALL = { inner: { minHeight: 50 }, label: { whiteSpace: 'normal' } } as const;

/** The words that a step needs, kept while they are written; with photos and a signature where there is a report. */
export function StepDialog({ job, step, acts, onDone }: StepDialogProps): ReactNode {
  const { t } = useTranslation(['field', 'common']);
  const name = useStepWords(job)(step);
  const asked = askedFor(step);
  const rules = useRules();
  const needsReport = asked.has('report');
  const form = useDraftForm(`step ${job.id} ${step.to}`, {
    initialValues: { reason: '', report: job.report ?? '' },
    validate: rules(stepSchema(asked)),
  });

  const taking = useMutation({
    retry: false,
    mutationFn: ({ reason, report }: typeof form.values) =>
      acts.step(step, { ...(asked.has('reason') ? { reason: reason.trim() } : {}), ...(needsReport ? { report: report.trim() } : {}) }),
    onSuccess: () => {
      form.draft.accepted();
      onDone();
    },
  });
  const submit = form.onSubmit((values) => taking.mutate(values));

  return (
    <Dialog opened onClose={onDone} title={name} fullScreen={needsReport} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Fields pending={taking.isPending}>
            <RestoredNotice draft={form.draft} />
            {needsReport ? (
              <Textarea
                label={t('report')}
                description={t('reportHint')}
                required
                autosize
                minRows={5}
                maxLength={4000}
                data-autofocus
                {...form.getInputProps('report')}
              />
            ) : null}
            {asked.has('reason') ? (
              <Textarea
                label={t('reason')}
                required
                autosize
                minRows={2}
                maxLength={500}
                data-autofocus={!needsReport || undefined}
                {...form.getInputProps('reason')}
              />
            ) : null}
          </Fields>
          {needsReport ? <Evidence interventionId={job.id} acts={acts} signer={job.site?.contactName ?? ''} /> : null}
          {taking.error ? <Failure error={taking.error} /> : null}
          <Group grow>
            <Button variant="default" size="lg" onClick={onDone}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" size="lg" loading={taking.isPending} h="auto" px="sm" styles={TALL}>
              {name}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
