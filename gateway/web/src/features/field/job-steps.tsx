import { Button, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedTransition, Intervention } from '@/shared/api/types';
import { StepDialog } from './step-dialog';
import type { Acts } from './use-acts';

/** One big button for what comes next, and smaller ones for what can happen instead. */
export function JobSteps({ job, acts }: { job: Intervention; acts: Acts }): ReactNode {
  const { t } = useTranslation('field');
  const [asking, setAsking] = useState<AllowedTransition | null>(null);
  const steps = ordered(job.allowedTransitions);

  const take = (step: AllowedTransition): void => {
    if (step.needs.includes('reason') || step.needs.includes('report')) {
      setAsking(step);
    } else {
      void acts.step(step, {});
    }
  };

  return (
    <Stack gap="xs" role="group" aria-label={t('steps')}>
      {steps.map((step, place) => (
        <Button
          key={step.to}
          fullWidth
          size={place === 0 ? 'xl' : 'md'}
          variant={place === 0 ? 'filled' : 'default'}
          onClick={() => take(step)}
        >
          {step.label}
        </Button>
      ))}
      {asking ? <StepDialog job={job} step={asking} acts={acts} onDone={() => setAsking(null)} /> : null}
    </Stack>
  );
}

/** On the way to the end first; giving back and waiting after it. */
function ordered(steps: AllowedTransition[]): AllowedTransition[] {
  const rank = ({ category, needs }: AllowedTransition): number =>
    category === 'OPEN' || category === 'PAUSED' ? 2 : needs.includes('reason') ? 1 : 0;
  return [...steps].sort((one, other) => rank(one) - rank(other));
}
