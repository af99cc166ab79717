import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWayChosen } from './chosen';
import type { WayEdge as WayEdgeType } from './graph';
import { Doers } from './doers';
import classes from './workflow.module.css';

/** A way in the picture, with who may take it; touching the label opens it. Who has no pointer finds it in the table below. */
export function WayEdge(edge: EdgeProps<WayEdgeType>): ReactNode {
  const { t } = useTranslation('administration');
  const choose = useWayChosen();
  const [path, x, y] = getBezierPath(edge);
  const { transition, from, to } = edge.data;
  return (
    <>
      <BaseEdge
        id={edge.id}
        path={path}
        markerEnd={edge.markerEnd}
        style={{ strokeDasharray: transition.active ? undefined : '4 4', strokeWidth: 1.5 }}
      />
      <EdgeLabelRenderer>
        <button
          type="button"
          className={`${classes.way} nodrag nopan`}
          style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          tabIndex={-1}
          aria-label={t('workflow.openWay', { from, to })}
          onClick={() => choose(transition)}
        >
          <Doers transition={transition} />
        </button>
      </EdgeLabelRenderer>
    </>
  );
}
