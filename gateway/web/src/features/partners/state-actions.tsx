import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, etag } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { Partner } from '@/shared/api/types';
import { ConfirmDialog } from './confirm-dialog';
import { usePartnerChange } from './partners';

/** Suspends, resumes or retires a partner, each after saying what that means. */
export function StateActions({ partner }: { partner: Partner }): ReactNode {
  const { t } = useTranslation('partners');
  const [asked, setAsked] = useState<'suspend' | 'resume' | 'retire' | null>(null);
  const close = (): void => setAsked(null);
  const suspended = partner.state === 'SUSPENDED';
  return (
    <>
      <Button variant="default" onClick={() => setAsked(suspended ? 'resume' : 'suspend')}>
        {t(suspended ? 'resume' : 'suspend')}
      </Button>
      <Button variant="default" c="var(--mantine-color-error)" onClick={() => setAsked('retire')}>
        {t('retire')}
      </Button>
      {asked === 'suspend' ? (
        <ChangeState partner={partner} to="SUSPENDED" verb="suspend" consequences={[t('suspendHint'), t('suspendLater')]} onDone={close} />
      ) : null}
      {asked === 'resume' ? (
        <ChangeState partner={partner} to="ACTIVE" verb="resume" consequences={[t('resumeHint')]} onDone={close} />
      ) : null}
      {asked === 'retire' ? <Retire partner={partner} onDone={close} /> : null}
    </>
  );
}

interface ChangeStateProps {
  partner: Partner;
  to: 'ACTIVE' | 'SUSPENDED';
  verb: 'suspend' | 'resume';
  consequences: string[];
  onDone: () => void;
}

function ChangeState({ partner, to, verb, consequences, onDone }: ChangeStateProps): ReactNode {
  const { t } = useTranslation('partners');
  const change = usePartnerChange(partner);
  return (
    <ConfirmDialog
      title={t(`${verb}Title`, { name: partner.name })}
      submit={t(verb)}
      danger={to === 'SUSPENDED'}
      consequences={consequences}
      error={change.error}
      pending={change.isPending}
      onConfirm={() => change.mutate({ state: to }, { onSuccess: onDone })}
      onClose={onDone}
    />
  );
}

function Retire({ partner, onDone }: { partner: Partner; onDone: () => void }): ReactNode {
  const { t } = useTranslation('partners');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const retire = useMutation({
    mutationFn: () => api.DELETE('/api/v1/partners/{id}', { params: { path: { id: partner.id }, header: etag(partner.version) } }),
    onSuccess: () => {
      onDone();
      void navigate({ to: '/administration/partners' });
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.partners }),
  });
  return (
    <ConfirmDialog
      title={t('retireTitle', { name: partner.name })}
      submit={t('retire')}
      danger
      consequences={[t('retireHint')]}
      error={retire.error}
      pending={retire.isPending}
      onConfirm={() => retire.mutate()}
      onClose={onDone}
    />
  );
}
