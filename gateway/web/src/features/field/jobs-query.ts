import { interventionsQuery } from '@/shared/api/interventions';

/** All that is still to be done. Not sorted by appointment: such a list leaves out what has none. */
export const jobsQuery = interventionsQuery({ category: ['ACTIVE', 'PLANNED', 'PAUSED'], sort: 'createdAt', limit: 100 });
