import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { statusesQuery, transitionsQuery } from '@/shared/api/lists';
import { keepSending } from '@/shared/queue/sender';
import { worksOffline } from '@/shared/session/offline';
import { useMe } from '@/shared/session/session';
import { fetchAhead } from './fetch-ahead';
import { jobsQuery } from './jobs-query';
import { keepAnswers } from './kept-answers';

/** While a technician is logged in: sends what they did, and keeps at hand what they will need without network. */
export default function FieldBackground(): null {
  const { id } = useMe();
  const queries = useQueryClient();
  const jobs = useQuery(jobsQuery).data;
  useQuery(statusesQuery);
  useQuery(transitionsQuery);

  useEffect(() => worksOffline(), []);
  useEffect(() => keepAnswers(queries), [queries]);
  useEffect(() => keepSending(id, queries), [id, queries]);
  useEffect(() => (jobs ? fetchAhead(queries, jobs.map((job) => job.id)) : undefined), [jobs, queries]);

  return null;
}
