import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedTransition, Intervention } from '@/shared/api/types';
import { useDraft } from '@/shared/drafts/draft';
import { useStepWords } from '@/shared/steps/step-words';
import { Evidence } from './evidence';
import type { Acts } from './use-acts';

interface StepDialogProps {
  job: Intervention;
  step: AllowedTransition;
  acts: Acts;
  onDone: () => void;
}

const EMPTY = { reason: '', report: '' };

/** The words that a step needs, kept while they are written; with photos and a signature where there is a report. */
export function StepDialog({ job, step, acts, onDone }: StepDialogProps): ReactNode {
  const { t } = useTranslation(['field', 'common']);
  const name = useStepWords(job)(step);
  const [words, setWords, forget] = useDraft(`step ${job.id}`, EMPTY);
  const [wrong, setWrong] = useState<{ reason: boolean; report: boolean }>({ reason: false, report: false });
  const needsReason = step.needs.includes('reason');
  const needsReport = step.needs.includes('report');

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = words.reason.trim();
    const report = words.report.trim();
    const missing = { reason: needsReason && !reason, report: needsReport && !report };
    setWrong(missing);
    if (!missing.reason && !missing.report) {
      void acts.step(step, { ...(needsReason ? { reason } : {}), ...(needsReport ? { report } : {}) }).then(() => {
        forget(EMPTY);
        onDone();
      });
    }
  };

  return (
    <Modal opened onClose={onDone} title={name} fullScreen={needsReport} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          {needsReport ? (
            <Textarea
              label={t('report')}
              description={t('reportHint')}
              required
              autosize
              minRows={5}
              maxLength={4000}
              data-autofocus
              error={wrong.report ? t('common:refused.report') : undefined}
              value={words.report}
              onChange={(event) => setWords({ ...words, report: event.currentTarget.value })}
            />
          ) : null}
          {needsReason ? (
            <Textarea
              label={t('reason')}
              required
              autosize
              minRows={2}
              maxLength={500}
              data-autofocus={!needsReport || undefined}
              error={wrong.reason ? t('common:refused.reason') : undefined}
              value={words.reason}
              onChange={(event) => setWords({ ...words, reason: event.currentTarget.value })}
            />
          ) : null}
          {needsReport ? <Evidence acts={acts} signer={job.site?.contactName ?? ''} /> : null}
          <Group grow>
            <Button variant="default" size="lg" onClick={onDone}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" size="lg">
              {name}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
