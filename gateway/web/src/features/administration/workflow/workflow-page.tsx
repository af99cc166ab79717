import '@/shared/ui/all-styles';
import '@xyflow/react/dist/style.css';
import { Button, Group, Text, useComputedColorScheme } from '@mantine/core';
import { IconHeadset, IconPlus, IconShieldLock, IconTool } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Background, Controls, MarkerType, ReactFlow } from '@xyflow/react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statusesQuery, transitionsQuery } from '@/shared/api/lists';
import type { Transition } from '@/shared/api/types';
import { Page } from '@/shared/ui/page';
import { WayChosen } from './chosen';
import { picture } from './graph';
import { StatusNode } from './status-node';
import { type NewWay, WayForm } from './way-form';
import { WayEdge } from './way-edge';
import { WayTable } from './way-table';
import classes from './workflow.module.css';

const NODES = { status: StatusNode };
const EDGES = { way: WayEdge };

/** How the statuses follow each other, who takes which way and what it needs: as a picture and as a table. */
export function WorkflowPage(): ReactNode {
  const { t } = useTranslation('administration');
  const statuses = useSuspenseQuery(statusesQuery).data;
  const transitions = useSuspenseQuery(transitionsQuery).data;
  const scheme = useComputedColorScheme();
  const [edited, setEdited] = useState<Transition | NewWay | null>(null);
  const { nodes, edges } = useMemo(() => picture(statuses, transitions), [statuses, transitions]);

  return (
    <Page
      title={t('workflow.title')}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited({ from: null, to: null })}>
          {t('workflow.newWay')}
        </Button>
      }
    >
      <Group gap="md">
        <Legend icon={<IconHeadset size={18} aria-hidden />} text={t('workflow.byDispatcher')} />
        <Legend icon={<IconTool size={18} aria-hidden />} text={t('workflow.byTechnician')} />
        <Legend icon={<IconShieldLock size={18} aria-hidden />} text={t('workflow.byAdmin')} />
        <Text size="sm">{t('workflow.adminHint')}</Text>
      </Group>
      <WayChosen value={setEdited}>
        <div className={classes.frame} role="group" aria-label={t('workflow.picture')}>
          <ReactFlow
            key={JSON.stringify([statuses.map(({ code, label, color, active }) => [code, label, color, active]), transitions.length])}
            defaultNodes={nodes}
            edges={edges}
            nodeTypes={NODES}
            edgeTypes={EDGES}
            defaultEdgeOptions={{ markerEnd: { type: MarkerType.ArrowClosed } }}
            colorMode={scheme}
            fitView
            fitViewOptions={{ padding: 0.04, minZoom: 0.6 }}
            minZoom={0.2}
            edgesFocusable={false}
            nodesFocusable={false}
            deleteKeyCode={null}
            proOptions={{ hideAttribution: true }}
            onConnect={({ source, target }) => setEdited({ from: source, to: target })}
          >
            <Background />
            <Controls showInteractive={false} />
          </ReactFlow>
        </div>
        <WayTable statuses={statuses} transitions={transitions} />
      </WayChosen>
      {edited ? <WayForm way={latest(edited, transitions)} statuses={statuses} onDone={() => setEdited(null)} /> : null}
    </Page>
  );
}

function Legend({ icon, text }: { icon: ReactNode; text: string }): ReactNode {
  return (
    <Group gap={6} wrap="nowrap">
      {icon}
      <Text size="sm">{text}</Text>
    </Group>
  );
}

/** As the list has it now: somebody else may have changed it since it was opened. */
function latest(way: Transition | NewWay, transitions: Transition[]): Transition | NewWay {
  return ('id' in way ? transitions.find(({ id }) => id === way.id) : undefined) ?? way;
}
