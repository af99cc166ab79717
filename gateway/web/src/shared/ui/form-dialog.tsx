import { Alert, Button, Group, type ModalProps, Stack, Text } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/shared/api/refused';
import type { FormDraft } from '@/shared/drafts/draft-form';
import { RestoredNotice } from '@/shared/drafts/restored-notice';
import { Fields } from '@/shared/forms/fields';
import { Dialog } from './dialog';

interface FormDialogProps {
  title: string;
  error: unknown;
  pending: boolean;
  /** What the form keeps of what is written in it; a form in which nothing is written has none. */
  draft?: FormDraft;
  size?: ModalProps['size'];
  /** What the button says, unless that is "save". */
  submit?: string;
  /** Whether it takes something away. */
  danger?: boolean;
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form over the page: its fields, what was wrong, and the two ways out. */
export function FormDialog({ title, error, pending, draft, size, submit, danger, onSubmit, onClose, children }: FormDialogProps): ReactNode {
  const { t } = useTranslation();
  const text = useProblemText();
  return (
    <Dialog opened onClose={onClose} title={title} size={size} centered>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <Fields pending={pending}>
            {draft ? <RestoredNotice draft={draft} /> : null}
            {children}
          </Fields>
          {error ? (
            <Alert color="red" role="alert">
              <Text size="sm">{text(error)}</Text>
            </Alert>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={pending} {...(danger ? { color: 'red' } : {})}>
              {submit ?? t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
