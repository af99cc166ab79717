import { Button, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/shared/api/client';
import { useMove } from '@/shared/api/intervention-changes';
import type { AllowedTransition, Intervention } from '@/shared/api/types';
import { Failure } from '@/shared/ui/notices';
import { ChangeMenu } from './change-menu';
import { StepForm } from '@/shared/steps/step-form';
import { askedFor, inOrder, leadsOn, useStepWords } from '@/shared/steps/step-words';

/** The steps that the API offers this reader now. */
export function StepBar({ intervention }: { intervention: Intervention }): ReactNode {
  const { t } = useTranslation('interventions');
  const move = useMove(intervention.id);
  const words = useStepWords(intervention);
  const [asking, setAsking] = useState<AllowedTransition | null>(null);

  const take = (step: AllowedTransition): void => {
    if (askedFor(step).size > 0) {
      setAsking(step);
    } else {
      move.mutate({ version: intervention.version, step: { to: step.to }, key: newKey() });
    }
  };

  return (
    <Stack gap="xs">
      <Group gap="xs" role="group" aria-label={t('detail.steps')}>
        {inOrder(intervention.allowedTransitions).map((step, place) => (
          <Button
            key={step.to}
            variant={variantOf(step, place)}
            color={step.category === 'CANCELLED' ? 'red' : undefined}
            loading={move.isPending && move.variables.step.to === step.to}
            onClick={() => take(step)}
          >
            {words(step)}
          </Button>
        ))}
        <ChangeMenu intervention={intervention} />
      </Group>
      {intervention.allowedTransitions.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('detail.noSteps')}
        </Text>
      ) : null}
      {move.error ? <Failure error={move.error} /> : null}
      {asking ? <StepForm intervention={intervention} step={asking} onDone={() => setAsking(null)} /> : null}
    </Stack>
  );
}

function variantOf(step: AllowedTransition, place: number): 'filled' | 'light' | 'outline' {
  return step.category === 'CANCELLED' ? 'outline' : place === 0 && leadsOn(step) ? 'filled' : 'light';
}
