import { Alert } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { statusesQuery } from '@/shared/api/lists';
import type { ClientIntervention } from '@/shared/api/types';
import classes from './progress.module.css';
import { STAGES, stageWord } from './stages';

/** How far it is, in the client's words. */
export function Progress({ status }: { status: ClientIntervention['status'] }): ReactNode {
  const { t } = useTranslation('follow');
  const statuses = useSuspenseQuery(statusesQuery).data;
  if (status.category === 'CANCELLED') {
    return (
      <Alert color="gray" icon={<IconAlertCircle aria-hidden />} title={status.label}>
        {t('cancelled')}
      </Alert>
    );
  }
  const paused = status.category === 'PAUSED';
  const reached = STAGES.findIndex((stage) => stage === (paused ? 'ACTIVE' : status.category));
  return (
    <ol className={classes.line} aria-label={t('progress')}>
      {STAGES.map((stage, place) => {
        const current = place === reached;
        return (
          <li
            key={stage}
            className={classes.stage}
            data-done={place < reached || undefined}
            data-current={current || undefined}
            data-paused={(current && paused) || undefined}
            aria-current={current ? 'step' : undefined}
          >
            <span className={classes.spot} aria-hidden>
              {place < reached || (current && stage === 'CLOSED') ? <IconCheck size={16} stroke={3} /> : place + 1}
            </span>
            <span>{current ? status.label : stageWord(stage, statuses)}</span>
          </li>
        );
      })}
    </ol>
  );
}
