import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperations } from '@/shared/queue/use-operations';
import classes from './shell.module.css';

/** Behind the name of where it is shown: how much waits to be sent, in red when something of it was refused. */
export function UnsentCount(): ReactNode {
  const { t } = useTranslation();
  const operations = useOperations();
  const refused = operations.filter((operation) => operation.refused).length;
  const words = [t('unsent.waiting', { count: operations.length }), ...(refused > 0 ? [t('unsent.refused', { count: refused })] : [])];
  return operations.length > 0 ? (
    <>
      <Badge component="span" className={classes.count} size="sm" variant="filled" color={refused > 0 ? 'red' : 'gray'} aria-hidden>
        {operations.length}
      </Badge>
      <span className="visually-hidden">, {words.join(', ')}</span>
    </>
  ) : null;
}
