import { Textarea, type TextareaProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The public half of the key with which a partner signs. */
export function PublicKeyField(field: TextareaProps): ReactNode {
  const { t } = useTranslation('partners');
  return (
    <Textarea
      {...field}
      label={t('credentials.publicKey')}
      description={t('credentials.publicKeyHint')}
      placeholder={'{ "kty": "EC", "crv": "P-256", "x": "…", "y": "…" }'}
      required
      autosize
      minRows={4}
      maxRows={12}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
    />
  );
}
