import dagre from '@dagrejs/dagre';
import type { Edge, Node } from '@xyflow/react';
import type { Status, Transition } from '@/shared/api/types';

const WIDTH = 150;
export const HEIGHT = 54;

export interface StatusNode extends Node {
  data: { status: Status };
}

export interface WayEdge extends Edge {
  /** With what the statuses at both ends are called. */
  data: { transition: Transition; from: string; to: string };
}

/** Where each status goes in the picture: work flows from left to right. */
export function picture(statuses: Status[], transitions: Transition[]): { nodes: StatusNode[]; edges: WayEdge[] } {
  const ways = transitions.filter((transition) => transition.from);
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 56, marginx: 24, marginy: 24 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { code } of statuses) {
    graph.setNode(code, { width: WIDTH, height: HEIGHT });
  }
  for (const { id, from, to } of ways) {
    graph.setEdge(from ?? '', to, {}, id);
  }
  dagre.layout(graph);
  const label = (code: string | null | undefined): string => statuses.find((status) => status.code === code)?.label ?? '';
  const place = (code: string): { x: number; y: number } => graph.node(code) as { x: number; y: number };
  return {
    nodes: statuses.map((status) => ({
      id: status.code,
      type: 'status',
      position: { x: place(status.code).x - WIDTH / 2, y: place(status.code).y - HEIGHT / 2 },
      data: { status },
      draggable: true,
      connectable: true,
      focusable: false,
    })),
    edges: ways.map((transition) => ({
      id: transition.id,
      source: transition.from ?? '',
      target: transition.to,
      type: 'way',
      data: { transition, from: label(transition.from), to: label(transition.to) },
    })),
  };
}
