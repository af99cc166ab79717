import { Stack, type StackProps } from '@mantine/core';
import type { ReactNode } from 'react';

interface FieldsProps extends StackProps {
  /** Whether what they hold is being sent. */
  pending: boolean;
}

const FRAMELESS = { border: 0, padding: 0, margin: 0, minWidth: 0 } as const;

/** The fields of a form. While it is sent they are out of use: what was written in them meanwhile would be lost when it has arrived. */
export function Fields({ pending, ...stack }: FieldsProps): ReactNode {
  return (
    <fieldset role="presentation" disabled={pending} data-loading={pending || undefined} style={FRAMELESS}>
      <Stack {...stack} />
    </fieldset>
  );
}
