import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Role } from '@/shared/api/types';
import { meQuery } from '@/shared/session/me';
import { useRole } from '@/shared/session/session';
import { NotFound } from './failures';
import { queries } from './queries';

type Pages = Partial<Record<Role, RouteComponent>>;

/** At one address each role finds a page of its own; who finds none is told what the API would tell. */
export function byRole(pages: Pages): RouteComponent {
  function PageOfRole(): ReactNode {
    const Found = pages[useRole()];
    return Found ? <Found /> : <NotFound />;
  }
  // The router has a page fetched before it is shown: of several, the one of whoever is here.
  PageOfRole.preload = async (): Promise<void> => {
    const me = queries.getQueryData(meQuery.queryKey);
    await (me && pages[me.role]?.preload?.());
  };
  return PageOfRole;
}

const desk = lazyRouteComponent(() => import('@/features/desk/desk-home'), 'DeskHome');
const list = lazyRouteComponent(() => import('@/features/interventions/list/list-page'), 'ListPage');
const create = lazyRouteComponent(() => import('@/features/interventions/create/create-page'), 'CreatePage');
const detail = lazyRouteComponent(() => import('@/features/interventions/detail/detail-page'), 'DetailPage');
const planning = lazyRouteComponent(() => import('@/features/planning/planning-page'), 'PlanningPage');
const today = lazyRouteComponent(() => import('@/features/field/today-page'), 'TodayPage');
const done = lazyRouteComponent(() => import('@/features/field/past-page'), 'PastPage');
const job = lazyRouteComponent(() => import('@/features/field/job-page'), 'JobPage');
const waiting = lazyRouteComponent(() => import('@/features/waiting/waiting-page'), 'WaitingPage');
const current = lazyRouteComponent(() => import('@/features/follow/follow-home'), 'FollowHome');
const past = lazyRouteComponent(() => import('@/features/follow/follow-past'), 'FollowPast');
const followed = lazyRouteComponent(() => import('@/features/follow/follow-detail'), 'FollowDetail');
const dashboard = lazyRouteComponent(() => import('@/features/administration/dashboard/dashboard-page'), 'DashboardPage');
const clients = lazyRouteComponent(() => import('@/features/clients/clients-page'), 'ClientsPage');
const clientsOfAdmin = lazyRouteComponent(() => import('@/features/clients/clients-page'), 'ClientsAndImport');
const client = lazyRouteComponent(() => import('@/features/clients/client-page'), 'ClientPage');
const people = lazyRouteComponent(() => import('@/features/administration/people/people-page'), 'PeoplePage');
const technicians = lazyRouteComponent(() => import('@/features/administration/people/technicians-page'), 'TechniciansPage');
const lists = lazyRouteComponent(() => import('@/features/administration/lists/lists-page'), 'ListsPage');
const workflow = lazyRouteComponent(() => import('@/features/administration/workflow/workflow-page'), 'WorkflowPage');
const audit = lazyRouteComponent(() => import('@/features/administration/audit/audit-page'), 'AuditPage');
const handOver = lazyRouteComponent(() => import('@/features/administration/hand-over/hand-over-page'), 'HandOverPage');
const partners = lazyRouteComponent(() => import('@/features/partners/partners-page'), 'PartnersPage');
const partner = lazyRouteComponent(() => import('@/features/partners/partner-page'), 'PartnerPage');
const deliveries = lazyRouteComponent(() => import('@/features/partners/deliveries/deliveries-page'), 'DeliveriesPage');
const heldEvents = lazyRouteComponent(() => import('@/features/administration/held-events/held-events-page'), 'HeldEventsPage');

export const Home: RouteComponent = byRole({ DISPATCHER: desk, TECHNICIAN: today, CLIENT: current, ADMIN: dashboard });
export const Interventions: RouteComponent = byRole({ DISPATCHER: list, ADMIN: list, TECHNICIAN: done, CLIENT: past });
export const NewIntervention: RouteComponent = byRole({ DISPATCHER: create, ADMIN: create });
export const Intervention: RouteComponent = byRole({ DISPATCHER: detail, ADMIN: detail, TECHNICIAN: job, CLIENT: followed });
export const Planning: RouteComponent = byRole({ DISPATCHER: planning, ADMIN: planning });
export const Waiting: RouteComponent = byRole({ ADMIN: waiting, DISPATCHER: waiting, TECHNICIAN: waiting, CLIENT: waiting });
export const Clients: RouteComponent = byRole({ DISPATCHER: clients, ADMIN: clientsOfAdmin });
export const Client: RouteComponent = byRole({ DISPATCHER: client, ADMIN: client });
export const People: RouteComponent = byRole({ ADMIN: people });
export const Technicians: RouteComponent = byRole({ ADMIN: technicians });
export const Lists: RouteComponent = byRole({ ADMIN: lists });
export const Workflow: RouteComponent = byRole({ ADMIN: workflow });
export const Audit: RouteComponent = byRole({ ADMIN: audit });
export const HandOver: RouteComponent = byRole({ ADMIN: handOver });
export const Partners: RouteComponent = byRole({ ADMIN: partners });
export const Partner: RouteComponent = byRole({ ADMIN: partner });
export const Deliveries: RouteComponent = byRole({ ADMIN: deliveries });
export const HeldEvents: RouteComponent = byRole({ ADMIN: heldEvents });
