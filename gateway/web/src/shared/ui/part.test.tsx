import { useSuspenseQuery } from '@tanstack/react-query';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { lazy } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { show } from '@/shared/testing/show';
import { Problem, Unreachable } from '@/shared/api/problem';
import { Part } from './part';

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

test('its notice stays while it is asked for again, with whoever is in it, and tells why it fails now', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const answers = [refusal('temporarily-unavailable', 503), refusal('forbidden', 403)];
  const ask = vi.fn(() => {
    const refused = answers.shift();
    return refused ? Promise.reject(refused) : Promise.resolve('INT-2026-000042');
  });
  function Screen(): string {
    return useSuspenseQuery({ queryKey: ['job'], queryFn: ask }).data;
  }
  await show(
    <Part>
      <Screen />
    </Part>,
  );
  const again = await screen.findByText('Réessayer');
  const notice = screen.getByRole('alert');
  fireEvent.click(again);
  await waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  await waitFor(() => expect(again.closest('button')?.disabled).toBe(false));
  expect(notice.isConnected).toBe(true);
  expect(notice.textContent).toContain('Vous n’avez pas le droit');
  fireEvent.click(again);
  await screen.findByText('INT-2026-000042');
  expect(notice.isConnected).toBe(false);
});

function refusal(code: string, status: number): Problem {
  return new Problem({ type: `urn:accord:problem:${code}`, title: '', status });
}
