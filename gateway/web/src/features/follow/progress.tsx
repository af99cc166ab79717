import { Alert } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Category, ClientIntervention } from '@/shared/api/types';
import classes from './progress.module.css';

/** Every intervention goes through these; what a status means is said by its category. */
const STAGES = ['OPEN', 'PLANNED', 'ACTIVE', 'RESOLVED', 'CLOSED'] as const satisfies readonly Category[];

/** How far it is, in the client's words. */
export function Progress({ status }: { status: ClientIntervention['status'] }): ReactNode {
  const { t } = useTranslation('follow');
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
            <span>{current ? status.label : t(`stages.${stage}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
