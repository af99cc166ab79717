import { useSuspenseQuery } from '@tanstack/react-query';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { lazy } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { queriesOf, show } from '@/shared/testing/show';
import { isProblem, Problem, Unreachable } from '@/shared/api/problem';
import { Part, PartFailure } from './part';

afterEach(cleanup);

test('a part of the application that is no longer there has the page loaded anew, and takes nothing else along', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const Chart = lazy(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  await show(
    <main>
      <p>12 interventions</p>
      <Part>
        <Chart />
      </Part>
    </main>,
  );
  await screen.findByText('Recharger');
  expect(screen.getByText('12 interventions')).toBeDefined();
});

test('what did not come for want of a network is asked for again by itself, when the network is back', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  let isAway = true;
  function Screen(): string {
    if (isAway) {
      throw new Unreachable('nobody answers');
    }
    return 'INT-2026-000042';
  }
  await show(
    <Part>
      <Screen />
    </Part>,
  );
  await screen.findByText('Réessayer');
  isAway = false;
  act(() => void window.dispatchEvent(new Event('online')));
  await screen.findByText('INT-2026-000042');
});

test('its notice stays while it is asked for again, with whoever is in it, and goes when there is something else to show', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const answers = [refusal('temporarily-unavailable', 503), refusal('too-many-requests', 429)];
  const ask = vi.fn(() => {
    const refused = answers.shift();
    return refused ? Promise.reject(refused) : Promise.resolve('INT-2026-000042');
  });
  await show(
    <Part>
      <Asking ask={ask} />
    </Part>,
  );
  const again = await screen.findByText('Réessayer');
  const notice = screen.getByRole('alert');
  fireEvent.click(again);
  await waitFor(() => expect(notice.textContent).toContain('Trop de demandes'));
  expect(ask).toHaveBeenCalledTimes(2);
  expect(again.isConnected).toBe(true);
  expect(again.closest('button')?.disabled).toBe(false);
  fireEvent.click(again);
  await screen.findByText('INT-2026-000042');
  expect(notice.isConnected).toBe(false);
});

test('what turns out to be gone is not asked for again, and is for the screen around it to tell', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const answers = [refusal('temporarily-unavailable', 503)];
  const ask = vi.fn(() => Promise.reject(answers.shift() ?? refusal('not-found', 404)));
  await show(
    <Part failed={(failure) => (isProblem(failure.error, 'not-found') ? <p>Passée à quelqu’un d’autre</p> : <PartFailure {...failure} />)}>
      <Asking ask={ask} />
    </Part>,
  );
  fireEvent.click(await screen.findByText('Réessayer'));
  await screen.findByText('Passée à quelqu’un d’autre');
  expect(ask).toHaveBeenCalledTimes(2);
});

test('what was forgotten meanwhile is asked for anew', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const queries = queriesOf();
  const ask = vi.fn<() => Promise<string>>();
  ask.mockRejectedValueOnce(refusal('temporarily-unavailable', 503));
  ask.mockReturnValueOnce(new Promise(() => undefined));
  ask.mockResolvedValueOnce('INT-2026-000042');
  await show(
    <Part>
      <Asking ask={ask} />
    </Part>,
    queries,
  );
  fireEvent.click(await screen.findByText('Réessayer'));
  await waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  act(() => queries.removeQueries({ queryKey: ['job'] }));
  await screen.findByText('INT-2026-000042');
});

function Asking({ ask }: { ask: () => Promise<string> }): string {
  return useSuspenseQuery({ queryKey: ['job'], queryFn: ask }).data;
}

function refusal(code: string, status: number): Problem {
  return new Problem({ type: `urn:accord:problem:${code}`, title: '', status });
}
