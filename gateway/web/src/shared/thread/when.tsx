import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '@/shared/time/time';
import classes from './thread.module.css';

const MINUTE = 60_000;

/** When it was said; where that was well before it came, both. */
export function When({ at, writtenAt }: { at: string; writtenAt?: string | null | undefined }): ReactNode {
  const { t } = useTranslation('thread');
  const cameLater = writtenAt && Date.parse(at) - Date.parse(writtenAt) >= MINUTE;
  return cameLater ? (
    <Text size="xs" c="dimmed" className={classes.when}>
      <time dateTime={writtenAt}>{t('written', { when: dateTime(writtenAt) })}</time>
      <br />
      <time dateTime={at}>{t('sent', { when: dateTime(at) })}</time>
    </Text>
  ) : (
    <Text component="time" size="xs" c="dimmed" dateTime={at} className={classes.when}>
      {dateTime(at)}
    </Text>
  );
}
