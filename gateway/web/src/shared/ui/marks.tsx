import { IconAlertHexagon, IconAlertTriangle, IconChevronUp, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './marks.module.css';

interface Coded {
  code: string;
  label: string;
  color: string;
}

/** A status as a spot of its colour and its words: the words carry the meaning, at any contrast. */
export function StatusMark({ status }: { status: Coded }): ReactNode {
  return (
    <span className={classes.status}>
      <span className={classes.spot} style={{ background: status.color }} aria-hidden />
      <span className={classes.label}>{status.label}</span>
    </span>
  );
}

const URGENCY_ICONS = [IconMinus, IconMinus, IconChevronUp, IconAlertTriangle, IconAlertHexagon];

/** How urgent: a sign of its own for each rank, so that colour is not needed to tell. */
export function UrgencyMark({ urgency, quiet = false }: { urgency: Coded & { rank: number }; quiet?: boolean }): ReactNode {
  const { t } = useTranslation();
  const Icon = URGENCY_ICONS[Math.min(urgency.rank, URGENCY_ICONS.length - 1)] ?? IconMinus;
  return (
    <span className={classes.urgency} title={t('urgencyOf', { label: urgency.label })}>
      <Icon size={18} color={urgency.color} stroke={2.5} aria-hidden />
      {quiet ? <span className="visually-hidden">{t('urgencyOf', { label: urgency.label })}</span> : urgency.label}
    </span>
  );
}
