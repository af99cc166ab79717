import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter } from '@tanstack/react-router';
import type { Filter } from '@/features/interventions/list/filter';
import { Loading } from '@/shared/ui/notices';
import { InterventionFailure, NotFound, PageFailure } from './failures';
import * as pages from './pages';
import { Shell } from './shell';

interface Context {
  queries: QueryClient;
}

/** The list itself reads its part of the address, and passes over what is wrong in it. */
const asWritten = (search: Record<string, unknown>): Filter => search;

const root = createRootRouteWithContext<Context>()({ component: Shell, notFoundComponent: () => <NotFound /> });
const getParentRoute = () => root;

const home = createRoute({ getParentRoute, path: '/', component: pages.Home });
const interventions = createRoute({ getParentRoute, path: '/interventions', component: pages.Interventions, validateSearch: asWritten });
const newIntervention = createRoute({ getParentRoute, path: '/interventions/new', component: pages.NewIntervention });
const intervention = createRoute({
  getParentRoute,
  path: '/interventions/$id',
  component: pages.Intervention,
  errorComponent: InterventionFailure,
});
const planning = createRoute({ getParentRoute, path: '/planning', component: pages.Planning });
const waiting = createRoute({ getParentRoute, path: '/waiting', component: pages.Waiting });
const clients = createRoute({ getParentRoute, path: '/clients', component: pages.Clients });
const client = createRoute({ getParentRoute, path: '/clients/$id', component: pages.Client });
const people = createRoute({ getParentRoute, path: '/administration/users', component: pages.People });
const technicians = createRoute({ getParentRoute, path: '/administration/technicians', component: pages.Technicians });
const lists = createRoute({ getParentRoute, path: '/administration/lists', component: pages.Lists });
const workflow = createRoute({ getParentRoute, path: '/administration/workflow', component: pages.Workflow });
const handOver = createRoute({ getParentRoute, path: '/administration/hand-over', component: pages.HandOver });
const audit = createRoute({ getParentRoute, path: '/administration/audit', component: pages.Audit });
const heldEvents = createRoute({ getParentRoute, path: '/administration/held-events', component: pages.HeldEvents });
const partners = createRoute({ getParentRoute, path: '/administration/partners', component: pages.Partners });
const partner = createRoute({ getParentRoute, path: '/administration/partners/$id', component: pages.Partner });
const deliveries = createRoute({
  getParentRoute,
  path: '/administration/partners/$id/webhooks/$webhookId',
  component: pages.Deliveries,
});

const routes = root.addChildren([
  home,
  interventions,
  newIntervention,
  intervention,
  planning,
  waiting,
  clients,
  client,
  people,
  technicians,
  lists,
  workflow,
  handOver,
  audit,
  heldEvents,
  partners,
  partner,
  deliveries,
]);

export function newRouter(queries: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { queries },
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: PageFailure,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
