import { Alert, List } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api/problem';
import type { Status, WorkflowProblem } from '@/shared/api/types';

/** Why a change of the lists would break the workflow. */
export function Faults({ error, statuses }: { error: unknown; statuses: Status[] }): ReactNode {
  const { t } = useTranslation('administration');
  if (!isProblem(error, 'workflow-broken')) {
    return null;
  }
  const label = (code: string | null | undefined) => statuses.find((status) => status.code === code)?.label ?? code ?? '';
  const { faults } = error.body as WorkflowProblem;
  return (
    <Alert color="red" role="alert" title={t('workflow.broken')}>
      <List size="sm">
        {faults?.map(({ kind, status }) => (
          <List.Item key={kind + (status ?? '')}>{t(`workflow.faults.${kind}`, { status: label(status) })}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
