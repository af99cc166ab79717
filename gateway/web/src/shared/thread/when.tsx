import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { dateTime } from '@/shared/time/time';
import classes from './thread.module.css';

export function When({ at }: { at: string }): ReactNode {
  return (
    <Text component="time" size="xs" c="dimmed" dateTime={at} className={classes.when}>
      {dateTime(at)}
    </Text>
  );
}
