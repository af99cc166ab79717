import {
  IconCalendarEvent,
  IconChartBar,
  IconClipboardList,
  IconHistory,
  IconHome,
  IconInbox,
  IconList,
  IconPlugConnected,
  IconTools,
  IconUpload,
  IconUsers,
  IconBuilding,
  IconRoute,
  IconTransfer,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import type { Role } from '@/shared/api/types';
import type { CommonTexts } from '@/shared/i18n/common.fr';

export interface Destination {
  to: string;
  /** A text of `nav.*`. */
  label: keyof CommonTexts['nav'];
  icon: Icon;
  /** A key that leads there, after `g`. */
  key: string;
}

const home: Destination = { to: '/', label: 'home', icon: IconHome, key: 'h' };
const interventions: Destination = { to: '/interventions', label: 'interventions', icon: IconClipboardList, key: 'i' };
const planning: Destination = { to: '/planning', label: 'planning', icon: IconCalendarEvent, key: 'p' };

/** Where each role's navigation leads, in order. What is theirs to see is decided by the API. */
export const DESTINATIONS: Record<Role, Destination[]> = {
  DISPATCHER: [home, interventions, planning, { to: '/clients', label: 'clients', icon: IconBuilding, key: 'c' }],
  TECHNICIAN: [
    { to: '/', label: 'today', icon: IconTools, key: 'h' },
    { to: '/interventions', label: 'past', icon: IconHistory, key: 'i' },
    { to: '/waiting', label: 'waiting', icon: IconUpload, key: 'w' },
  ],
  CLIENT: [
    { to: '/', label: 'current', icon: IconHome, key: 'h' },
    { to: '/interventions', label: 'past', icon: IconHistory, key: 'i' },
  ],
  ADMIN: [
    { to: '/', label: 'dashboard', icon: IconChartBar, key: 'h' },
    interventions,
    planning,
    { to: '/clients', label: 'clients', icon: IconBuilding, key: 'c' },
    { to: '/administration/technicians', label: 'technicians', icon: IconUser, key: 't' },
    { to: '/administration/users', label: 'people', icon: IconUsers, key: 'u' },
    { to: '/administration/partners', label: 'partners', icon: IconPlugConnected, key: 'r' },
    { to: '/administration/lists', label: 'lists', icon: IconList, key: 'l' },
    { to: '/administration/workflow', label: 'workflow', icon: IconRoute, key: 'w' },
    { to: '/administration/hand-over', label: 'handOver', icon: IconTransfer, key: 'o' },
    { to: '/administration/audit', label: 'audit', icon: IconHistory, key: 'a' },
    { to: '/administration/held-events', label: 'heldEvents', icon: IconInbox, key: 'e' },
  ],
};
