import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { interventionQuery, threadPages } from '@/shared/api/interventions';
import { statusesQuery, transitionsQuery } from '@/shared/api/lists';
import type { ThreadEntry } from '@/shared/api/types';
import { thumbnail } from '@/shared/attachments/addresses';
import { useMe } from '@/shared/session/session';
import { worksOffline } from '@/shared/session/offline';
import { whenIdle } from '@/shared/ui/idle';
import { jobsQuery } from './jobs-query';
import { keepAnswers } from './kept-answers';
import { keepSending } from '@/shared/queue/sender';

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

  useEffect(() => {
    let current = true;
    const fetchAll = async (): Promise<void> => {
      for (const job of jobs?.items ?? []) {
        await whenIdle();
        if (current) {
          // What does not come now comes with the next look.
          const thread = queries.infiniteQuery(threadPages(job.id)).then(keepPhotos);
          await Promise.allSettled([queries.query(interventionQuery(job.id)), thread]);
        }
      }
    };
    void fetchAll();
    return () => {
      current = false;
    };
  }, [jobs, queries]);

  return null;
}

/** Asked for once, it is kept by the service worker. */
async function keepPhotos({ pages }: InfiniteData<{ items: unknown[] }>): Promise<void> {
  const entries = pages.flatMap(({ items }) => items as ThreadEntry[]);
  const photos = entries.flatMap((entry) => (entry.kind === 'ATTACHMENT' && entry.attachment ? [entry.attachment.id] : []));
  await Promise.allSettled(photos.map((id) => fetch(thumbnail(id))));
}
