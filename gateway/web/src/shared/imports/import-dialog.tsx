import { Alert, Anchor, Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { currentLanguage, type Language } from '@/shared/i18n';
import { Dialog } from '@/shared/ui/dialog';
import { Failure } from '@/shared/ui/notices';
import { Mistakes } from './mistakes';
import { type Checked, type Kind, sendTable, titlesOf, unreadable } from './table';

/** A table of many at once: checked as soon as it is chosen, written when nothing in it is wrong. */
export default function ImportDialog({ kind, onDone }: { kind: Kind; onDone: () => void }): ReactNode {
  const { t } = useTranslation(['imports', 'common']);
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [key, setKey] = useState(newKey);
  const forgetPath = useRef<() => void>(null);
  const check = useMutation({ mutationFn: sendTable });
  const write = useMutation({
    mutationFn: sendTable,
    onSuccess: (written) => {
      if (written.wrong === 0) {
        notifications.show({ message: t('done') });
        void queries.invalidateQueries({ queryKey: kind === 'clients' ? keys.clients : keys.users });
        void queries.invalidateQueries({ queryKey: keys.technicians });
        onDone();
      }
    },
  });
  const result = write.data ?? check.data;
  const failure = check.error ?? write.error;
  const reason = unreadable(failure);
  const fresh = result ? (result.new ?? 0) : 0;

  const choose = (chosen: File | null): void => {
    // A corrected table has the same name, and choosing the same again is no change to a browser.
    forgetPath.current?.();
    setFile(chosen);
    setKey(newKey());
    check.reset();
    write.reset();
    if (chosen) {
      check.mutate({ kind, file: chosen, dryRun: true, key: newKey() });
    }
  };

  return (
    <Dialog opened onClose={onDone} title={t(`titles.${kind}`)} size="lg" centered>
      <Stack>
        <Text size="sm">{t(`columns.${kind}`)}</Text>
        <Text size="sm">{t('hint')}</Text>
        <Anchor size="sm" href={template(kind, currentLanguage())} download={`${kind}.csv`}>
          {t('template')}
        </Anchor>
        <FileInput
          label={t('file')}
          description={t('fileHint')}
          accept=".csv,text/csv"
          clearable
          clearButtonProps={{ 'aria-label': t('common:remove') }}
          resetRef={forgetPath}
          value={file}
          onChange={choose}
        />
        <div role="status">
          {check.isPending ? <Text size="sm">{t('checking')}</Text> : null}
          {result ? <Verdict result={result} fresh={fresh} /> : null}
        </div>
        {result && result.errors.length > 0 ? <Mistakes errors={result.errors} /> : null}
        {reason ? (
          <Alert color="red" role="alert">
            {t(`unreadable.${reason}`)}
          </Alert>
        ) : failure ? (
          <Failure error={failure} />
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('common:cancel')}
          </Button>
          <Button
            disabled={!file || !result || result.wrong > 0 || fresh === 0}
            loading={write.isPending}
            onClick={() => file && write.mutate({ kind, file, dryRun: false, key })}
          >
            {t('do')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Verdict({ result, fresh }: { result: Checked; fresh: number }): ReactNode {
  const { t } = useTranslation('imports');
  if (result.wrong > 0) {
    return <Alert color="red">{t('wrong', { count: result.wrong })}</Alert>;
  }
  return (
    <Alert color={fresh > 0 ? 'accord' : 'gray'}>
      {fresh > 0 ? t('good', { count: fresh }) : t('nothing')} {result.known > 0 ? t('known', { count: result.known }) : null}
    </Alert>
  );
}

/** A table with its first line only; the mark at its beginning lets spreadsheets read accents. */
function template(kind: Kind, language: Language): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${titlesOf(kind, language).join(';')}\r\n`)}`;
}
