import { IconHeadset, IconShieldLock, IconTool } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Transition } from '@/shared/api/types';

/** Who may take a way, as signs; an admin may take every one. */
export function Doers({ transition }: { transition: Transition }): ReactNode {
  const { t } = useTranslation('administration');
  const { byDispatcher, byTechnician } = transition;
  const sign = { size: 16, stroke: 2, role: 'img' };
  return (
    <>
      {byDispatcher ? <IconHeadset {...sign} aria-label={t('workflow.byDispatcher')} /> : null}
      {byTechnician ? <IconTool {...sign} aria-label={t('workflow.byTechnician')} /> : null}
      {byDispatcher || byTechnician ? null : <IconShieldLock {...sign} aria-label={t('workflow.byAdmin')} />}
    </>
  );
}
