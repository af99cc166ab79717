import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { interventionQuery } from '@/shared/api/interventions';
import { useProblemText } from '@/shared/api/refused';
import type { AllowedTransition, Intervention, ListedIntervention } from '@/shared/api/types';
import { StepForm } from '@/shared/steps/step-form';
import { appointmentStep, latest } from './schedule';

/** Says whom and when instead of carrying it there: for whoever does not drag. */
export function PlanButton({ intervention }: { intervention: ListedIntervention }): ReactNode {
  const { t } = useTranslation('planning');
  const queries = useQueryClient();
  const text = useProblemText();
  const [step, setStep] = useState<AllowedTransition | null>(null);
  const look = useMutation({
    mutationFn: async () => appointmentStep(await latest(queries, intervention.id)),
    onSuccess: setStep,
    onError: (error) => void notifications.show({ color: 'red', message: text(error) }),
  });
  return (
    <>
      <Button
        size="compact-sm"
        variant="light"
        aria-label={t('planThis', { title: intervention.title })}
        loading={look.isPending}
        onClick={() => look.mutate()}
      >
        {t('plan')}
      </Button>
      {step ? <PlanDialog id={intervention.id} step={step} onDone={() => setStep(null)} /> : null}
    </>
  );
}

function PlanDialog({ id, step, onDone }: { id: string; step: AllowedTransition; onDone: () => void }): ReactNode {
  const { data } = useQuery(interventionQuery(id));
  return data ? <StepForm intervention={data as Intervention} step={step} onDone={onDone} /> : null;
}
