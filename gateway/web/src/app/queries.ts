import { newQueryClient } from '@/shared/api/queries';

/** Everything that was read, and is being read. */
export const queries = newQueryClient();
