import { Button, Group, Text } from '@mantine/core';
import { lazy, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intervention } from '@/shared/api/types';
import { dateTime } from '@/shared/time/time';
import { Part } from '@/shared/ui/part';

const TimesForm = lazy(() => import('@/shared/steps/times-form'));

/** When the work was done; to be corrected once the API knows of all steps, which make these times. */
export function Worked({ job, isSent }: { job: Intervention; isSent: boolean }): ReactNode {
  const { t } = useTranslation(['field', 'steps']);
  const [correcting, setCorrecting] = useState(false);
  return job.actualStart ? (
    <Group gap="xs" justify="space-between">
      <Text size="sm">{t('worked', { start: dateTime(job.actualStart), end: job.actualEnd ? dateTime(job.actualEnd) : '…' })}</Text>
      {isSent && job.actions.includes('times') ? (
        <Button size="sm" variant="default" onClick={() => setCorrecting(true)}>
          {t('steps:times')}
        </Button>
      ) : null}
      {correcting ? (
        <Part fallback={null}>
          <TimesForm intervention={job} onDone={() => setCorrecting(false)} />
        </Part>
      ) : null}
    </Group>
  ) : null;
}
