import { type QueryClient, QueryClientProvider, useSuspenseQuery } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { CatchBoundary } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { interventionQuery } from '@/shared/api/interventions';
import { keys } from '@/shared/api/keys';
import { Problem } from '@/shared/api/problem';
import { newQueryClient } from '@/shared/api/queries';
import { followChanges } from './live';

const JOB = 'one';

/** The server's stream, on which a test speaks. */
class Stream extends EventTarget {
  static last: Stream;

  constructor() {
    super();
    Stream.last = this;
  }

  say(type: string): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify({ type, interventionId: JOB }) }));
  }

  close(): void {
    // Nothing comes any more.
  }
}

/** Never answers, as on a bad line. */
const silence = (): Promise<never> => new Promise(() => undefined);
const notFound = (): Promise<never> => Promise.reject(new Problem({ type: 'urn:accord:problem:not-found', title: '', status: 404 }));

let queries: QueryClient;
let answer: () => Promise<unknown>;
let stop: () => void;
const forgotten = vi.fn();

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('caches', { open: () => Promise.resolve({ delete: forgotten }) });
  queries = newQueryClient();
  stop = followChanges(queries, () => undefined);
  answer = () => Promise.resolve({ title: 'Chaudière à l’arrêt' });
  queries.setQueryData(keys.thread(JOB), { pages: [{ items: [{ kind: 'ATTACHMENT', attachment: { id: 'photo' } }] }] });
});

afterEach(() => {
  stop();
  cleanup();
  queries.clear();
});

function Job(): ReactNode {
  const job = useSuspenseQuery({ ...interventionQuery(JOB), queryFn: () => answer() as Promise<never> }).data as { title: string };
  return <button type="button">En route vers {job.title}</button>;
}

async function openJob(): Promise<void> {
  render(
    <QueryClientProvider client={queries}>
      <CatchBoundary getResetKey={() => JOB} errorComponent={() => <p>Introuvable</p>}>
        <Suspense fallback={<p>Chargement…</p>}>
          <Job />
        </Suspense>
      </CatchBoundary>
    </QueryClientProvider>,
  );
  await screen.findByRole('button');
}

test('a job that was given to somebody else is off the screen at once, before anything is answered', async () => {
  await openJob();
  answer = silence;
  act(() => Stream.last.say('intervention.gone'));
  await screen.findByText('Chargement…');
  expect(screen.queryByRole('button')).toBeNull();
});

test('it is told that it is not theirs, and nothing of it stays on the device', async () => {
  await openJob();
  answer = notFound;
  act(() => Stream.last.say('intervention.gone'));
  await screen.findByText('Introuvable');
  expect(queries.getQueryData(keys.intervention(JOB))).toBeUndefined();
  expect(queries.getQueryData(keys.thread(JOB))).toBeUndefined();
  await vi.waitFor(() => expect(forgotten.mock.calls.flat()).toContain('/api/v1/attachments/photo/content'), { timeout: 5000 });
});

test('whoever was away when it was taken is told at the next look', async () => {
  await openJob();
  answer = notFound;
  await act(() => queries.invalidateQueries());
  await screen.findByText('Introuvable');
  expect(queries.getQueryData(keys.thread(JOB))).toBeUndefined();
});

test('a job that comes back is there again', async () => {
  await openJob();
  answer = notFound;
  act(() => Stream.last.say('intervention.gone'));
  await screen.findByText('Introuvable');
  cleanup();
  answer = () => Promise.resolve({ title: 'Chaudière réparée' });
  act(() => Stream.last.say('intervention.assigned'));
  await openJob();
  expect(screen.getByRole('button').textContent).toContain('Chaudière réparée');
});
