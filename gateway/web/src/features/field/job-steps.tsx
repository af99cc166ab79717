import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedTransition, Intervention } from '@/shared/api/types';
import { inOrder, leadsOn, useStepWords } from '@/shared/steps/step-words';
import { Failure } from '@/shared/ui/notices';
import { StepDialog } from './step-dialog';
import type { Acts } from './use-acts';

/** For so long after a step, in milliseconds, the next one cannot be taken: it comes where the finger still is. */
const SETTLING = 1000;

/** One big button for what comes next, and smaller ones for what can happen instead. */
export function JobSteps({ job, acts }: { job: Intervention; acts: Acts }): ReactNode {
  const { t } = useTranslation('field');
  const [asking, setAsking] = useState<AllowedTransition | null>(null);
  const [isSettling, setSettling] = useState(false);
  useEffect(() => {
    if (!isSettling) {
      return;
    }
    const timer = setTimeout(() => setSettling(false), SETTLING);
    return () => clearTimeout(timer);
  }, [isSettling]);
  const taking = useMutation({ retry: false, mutationFn: (step: AllowedTransition) => acts.step(step, {}) });
  const words = useStepWords(job);
  const steps = inOrder(job.allowedTransitions);

  const take = (step: AllowedTransition): void => {
    if (isSettling) {
      return;
    }
    if (step.needs.includes('reason') || step.needs.includes('report')) {
      setAsking(step);
    } else {
      setSettling(true);
      taking.mutate(step);
    }
  };

  return (
    <Stack gap="xs" role="group" aria-label={t('steps')}>
      {steps.map((step, place) => (
        <Button
          key={step.to}
          fullWidth
          size={place === 0 && leadsOn(step) ? 'xl' : 'md'}
          variant={place === 0 && leadsOn(step) ? 'filled' : 'default'}
          aria-disabled={isSettling || undefined}
          onClick={() => take(step)}
        >
          {words(step)}
        </Button>
      ))}
      {taking.error ? <Failure error={taking.error} onRetry={() => taking.mutate(taking.variables)} /> : null}
      {asking ? <StepDialog job={job} step={asking} acts={acts} onDone={() => setAsking(null)} /> : null}
    </Stack>
  );
}
