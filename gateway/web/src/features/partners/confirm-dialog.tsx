import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormDialog } from '@/shared/ui/form-dialog';

interface ConfirmDialogProps {
  title: string;
  /** The button's word: what is about to be done. */
  submit: string;
  /** What will happen, in order. */
  consequences: string[];
  danger?: boolean;
  error: unknown;
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what is about to happen, before it does. */
export function ConfirmDialog({ consequences, onConfirm, ...dialog }: ConfirmDialogProps): ReactNode {
  return (
    <FormDialog
      {...dialog}
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm();
      }}
    >
      {consequences.map((consequence) => (
        <Text key={consequence} size="sm">
          {consequence}
        </Text>
      ))}
    </FormDialog>
  );
}
