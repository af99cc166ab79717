import { Badge, ColorSwatch, Group, Text } from '@mantine/core';
import { IconAlertHexagon, IconAlertTriangle, IconChevronUp, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Coded {
  code: string;
  label: string;
  color: string;
}

/** A status as a spot of its colour and its words: the words carry the meaning, at any contrast. */
export function StatusMark({ status }: { status: Coded }): ReactNode {
  return (
    <Badge
      variant="default"
      size="lg"
      radius="sm"
      fw={600}
      tt="none"
      leftSection={<ColorSwatch color={status.color} size={10} withShadow={false} aria-hidden />}
    >
      {status.label}
    </Badge>
  );
}

const URGENCY_ICONS = [IconMinus, IconMinus, IconChevronUp, IconAlertTriangle, IconAlertHexagon];

/** How urgent: a sign of its own for each rank, so that colour is not needed to tell. */
export function UrgencyMark({ urgency, quiet = false }: { urgency: Coded & { rank: number }; quiet?: boolean }): ReactNode {
  const { t } = useTranslation();
  const Icon = URGENCY_ICONS[Math.min(urgency.rank, URGENCY_ICONS.length - 1)] ?? IconMinus;
  return (
    <Group gap={4} wrap="nowrap" title={t('urgencyOf', { label: urgency.label })}>
      <Icon size={18} color={urgency.color} stroke={2.5} aria-hidden />
      {quiet ? <span className="visually-hidden">{t('urgencyOf', { label: urgency.label })}</span> : <Text size="sm">{urgency.label}</Text>}
    </Group>
  );
}
