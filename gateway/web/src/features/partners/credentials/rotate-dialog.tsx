import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/shared/api/client';
import { useRefusedFields } from '@/shared/api/refused';
import type { Credential, NewCredential } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { FormDialog } from '@/shared/ui/form-dialog';
import { A_DAY, OverlapSelect } from '../overlap-select';
import { useRotation } from './calls';
import { jwkOf } from './public-key';
import { PublicKeyField } from './public-key-field';

interface RotateDialogProps {
  partnerId: string;
  credential: Credential;
  onIssued: (credential: NewCredential) => void;
  onClose: () => void;
}

/** A successor of the same kind, and how long the old one still serves. */
export function RotateDialog({ partnerId, credential, onIssued, onClose }: RotateDialogProps): ReactNode {
  const { t } = useTranslation('partners');
  const refusedFields = useRefusedFields();
  const [key] = useState(newKey);
  const rotate = useRotation(partnerId, credential.id, key);
  const withKey = credential.kind === 'PRIVATE_KEY_JWT';
  const form = useDraftForm(`successor of ${credential.id}`, {
    initialValues: { overlap: A_DAY, publicKey: '' },
    validate: { publicKey: (text) => (withKey && !jwkOf(text) ? t('credentials.notJson') : null) },
  });
  return (
    <FormDialog
      title={t('credentials.rotateTitle')}
      submit={t('credentials.rotate')}
      size="lg"
      error={rotate.error}
      pending={rotate.isPending}
      draft={form.draft}
      onSubmit={form.onSubmit(({ overlap, publicKey }) =>
        rotate.mutate(withKey ? { overlap, publicKey: jwkOf(publicKey) } : { overlap }, {
          onSuccess: (issued) => {
            form.draft.accepted();
            onIssued(issued);
          },
          onError: (error) => form.setErrors(refusedFields(error)),
        }),
      )}
      onClose={onClose}
    >
      <Text size="sm">{t('credentials.rotateHint')}</Text>
      <OverlapSelect label={t('overlap.label')} {...form.getInputProps('overlap')} />
      {withKey ? <PublicKeyField {...form.getInputProps('publicKey')} /> : null}
    </FormDialog>
  );
}
