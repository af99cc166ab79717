import { Handle, type NodeProps, Position } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatusNode as StatusNodeType } from './graph';
import classes from './workflow.module.css';

/** A status in the picture: a way is drawn from its right side to another's left. */
export function StatusNode({ data: { status } }: NodeProps<StatusNodeType>): ReactNode {
  const { t } = useTranslation(['administration', 'common']);
  return (
    <div className={classes.status} data-retired={!status.active || undefined} style={{ borderInlineStartColor: status.color }}>
      <Handle type="target" position={Position.Left} />
      <strong>{status.label}</strong>
      <small>
        {t(`common:category.${status.category}`)}
        {status.active ? '' : ` · ${t('lists.retired')}`}
      </small>
      <Handle type="source" position={Position.Right} />
    </div>
  );
}
