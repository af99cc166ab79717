import type { QueryClient } from '@tanstack/react-query';
import { statisticsQuery, WEEKS } from '@/features/administration/dashboard/statistics';
import { SECTIONS } from '@/features/desk/sections';
import { jobsQuery } from '@/features/field/jobs-query';
import { CURRENT } from '@/features/follow/current';
import { interventionPages, interventionsQuery } from '@/shared/api/interventions';
import { statusesQuery, urgenciesQuery } from '@/shared/api/lists';
import type { Role } from '@/shared/api/types';

interface Home {
  /** The part of the application whose texts it shows. */
  part: string;
  load: () => Promise<unknown>;
  /** Begins to read what it shows. */
  read: (queries: QueryClient) => Promise<unknown>[];
}

/** What the first screen of each role is made of. */
export const HOMES: Record<Role, Home> = {
  DISPATCHER: {
    part: 'desk',
    load: () => import('@/features/desk/desk-home'),
    read: (queries) => Object.values(SECTIONS).map((filter) => queries.query(interventionsQuery(filter))),
  },
  TECHNICIAN: {
    part: 'field',
    load: () => import('@/features/field/today-page'),
    read: (queries) => [queries.query(jobsQuery), queries.query(statusesQuery)],
  },
  CLIENT: {
    part: 'follow',
    load: () => import('@/features/follow/follow-home'),
    read: (queries) => [queries.infiniteQuery(interventionPages(CURRENT))],
  },
  ADMIN: {
    part: 'administration',
    load: () => import('@/features/administration/dashboard/dashboard-page'),
    read: (queries) => [queries.query(statisticsQuery(WEEKS)), queries.query(statusesQuery), queries.query(urgenciesQuery)],
  },
};
