import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/shared/api/refused';
import { countUnsent } from '@/shared/queue/kept';
import { logOut } from '@/shared/session/session';
import { Dialog } from '@/shared/ui/dialog';

interface Leaving {
  everywhere: boolean;
  unsent: number;
}

interface LogOut {
  begin: (everywhere: boolean) => Promise<void>;
  /** What has to be said or asked on the way out. */
  asked: ReactNode;
}

/** The way out: whoever leaves something unsent is asked first, and told where it could not be done. */
export function useLogOut(userId: string): LogOut {
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const leave = useMutation({
    mutationFn: logOut,
    retry: false,
    onSuccess: (next) => window.location.assign(next),
  });
  const begin = async (everywhere: boolean): Promise<void> => {
    const unsent = await countUnsent(userId);
    setLeaving({ everywhere, unsent });
    if (unsent === 0) {
      leave.mutate(everywhere);
    }
  };
  const stay = (): void => {
    leave.reset();
    setLeaving(null);
  };
  const isAsked = leaving !== null && (leaving.unsent > 0 || leave.isError);
  return {
    begin,
    asked: isAsked ? (
      <Question
        unsent={leaving.unsent}
        error={leave.error}
        isLeaving={leave.isPending || leave.isSuccess}
        onLeave={() => leave.mutate(leaving.everywhere)}
        onStay={stay}
      />
    ) : null,
  };
}

interface QuestionProps {
  unsent: number;
  error: Error | null;
  isLeaving: boolean;
  onLeave: () => void;
  onStay: () => void;
}

function Question({ unsent, error, isLeaving, onLeave, onStay }: QuestionProps): ReactNode {
  const { t } = useTranslation();
  const text = useProblemText();
  return (
    <Dialog opened onClose={onStay} title={t('account.logout')} centered>
      <Stack>
        {unsent > 0 ? <Text>{t('logout.unsent', { count: unsent })}</Text> : null}
        {error ? (
          <Alert color="red" role="alert" title={t('logout.failed')}>
            <Text size="sm">{text(error)}</Text>
          </Alert>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onStay} data-autofocus>
            {t('logout.stay')}
          </Button>
          <Button color="red" loading={isLeaving} onClick={onLeave}>
            {t(error ? 'retry' : 'logout.anyway')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
