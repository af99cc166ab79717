import { IconCalendar, IconMapPin, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientListedIntervention, ListedIntervention } from '@/shared/api/types';
import { useRole } from '@/shared/session/session';
import { slot } from '@/shared/time/words';
import { Due } from './due';
import classes from './intervention-card.module.css';
import { StatusMark, UrgencyMark } from './marks';

type Listed = ListedIntervention | ClientListedIntervention;

interface CardProps {
  intervention: Listed;
  children?: ReactNode;
}

/**
 * A line of a list where there is room for a few: all of it is one link. There are dozens of them on a first screen, so it is made
 * of elements, not of the library's components, and a list that only moves does not draw it again.
 */
export const InterventionCard = memo(function InterventionCard({ intervention, children }: CardProps): ReactNode {
  const { t } = useTranslation();
  const role = useRole();
  // Nobody needs to read on every line who they are themselves.
  const client = role === 'CLIENT' ? null : intervention.clientName;
  const technician = role === 'TECHNICIAN' ? null : intervention.technicianName;
  // Clients are told no due time.
  const { dueAt, overdue } = 'overdue' in intervention ? intervention : { dueAt: null, overdue: false };
  return (
    <Link to="/interventions/$id" params={{ id: intervention.id }} className={classes.card} data-overdue={overdue || undefined}>
      <div className={classes.head}>
        <span className={classes.twoLines}>{intervention.title}</span>
        <UrgencyMark urgency={intervention.urgency} quiet />
      </div>
      <div className={classes.marks}>
        <StatusMark status={intervention.status} />
        <span className={classes.reference}>{intervention.reference}</span>
      </div>
      <Line icon={<IconMapPin size={16} aria-hidden />}>
        {[client, intervention.siteName, intervention.city].filter(Boolean).join(' · ')}
      </Line>
      {intervention.plannedStart && intervention.plannedEnd ? (
        <Line icon={<IconCalendar size={16} aria-hidden />}>{slot(intervention.plannedStart, intervention.plannedEnd)}</Line>
      ) : null}
      {technician ? <Line icon={<IconUser size={16} aria-hidden />}>{technician}</Line> : null}
      {dueAt ? (
        <div className={classes.due} data-overdue={overdue || undefined}>
          {overdue ? `${t('overdue')} · ` : ''}
          <Due at={dueAt} />
        </div>
      ) : null}
      {children}
    </Link>
  );
});

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }): ReactNode {
  return (
    <div className={classes.line}>
      {icon}
      <span className={classes.twoLines}>{children}</span>
    </div>
  );
}
