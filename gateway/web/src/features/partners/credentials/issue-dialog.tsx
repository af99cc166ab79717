import { Radio, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/shared/api/client';
import { useRefusedFields } from '@/shared/api/refused';
import type { Credential, NewCredential } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { FormDialog } from '@/shared/ui/form-dialog';
import { useIssue } from './calls';
import { jwkOf } from './public-key';
import { PublicKeyField } from './public-key-field';

const KINDS: Credential['kind'][] = ['SECRET', 'PRIVATE_KEY_JWT'];

interface IssueDialogProps {
  partnerId: string;
  onIssued: (credential: NewCredential) => void;
  onClose: () => void;
}

/** A secret that we make, or the public half of a key that the partner keeps. */
export function IssueDialog({ partnerId, onIssued, onClose }: IssueDialogProps): ReactNode {
  const { t } = useTranslation('partners');
  const refusedFields = useRefusedFields();
  const [key] = useState(newKey);
  const issue = useIssue(partnerId, key);
  const form = useDraftForm(`credential of ${partnerId}`, {
    initialValues: { kind: 'SECRET' as Credential['kind'], publicKey: '' },
    validate: {
      publicKey: (text, { kind }) => (kind === 'PRIVATE_KEY_JWT' && !jwkOf(text) ? t('credentials.notJson') : null),
    },
  });
  return (
    <FormDialog
      title={t('credentials.new')}
      submit={t('credentials.issue')}
      size="lg"
      error={issue.error}
      pending={issue.isPending}
      draft={form.draft}
      onSubmit={form.onSubmit(({ kind, publicKey }) =>
        issue.mutate(kind === 'SECRET' ? { kind } : { kind, publicKey: jwkOf(publicKey) }, {
          onSuccess: (issued) => {
            form.draft.accepted();
            onIssued(issued);
          },
          onError: (error) => form.setErrors(refusedFields(error)),
        }),
      )}
      onClose={onClose}
    >
      <Radio.Group label={t('credentials.kind')} {...form.getInputProps('kind')}>
        <Stack gap="xs" mt={4}>
          {KINDS.map((kind) => (
            <Radio key={kind} value={kind} label={t(`credentials.kinds.${kind}`)} description={t(`credentials.kindHints.${kind}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.kind === 'PRIVATE_KEY_JWT' ? <PublicKeyField {...form.getInputProps('publicKey')} /> : null}
    </FormDialog>
  );
}
