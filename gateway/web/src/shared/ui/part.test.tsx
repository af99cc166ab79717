import { act, cleanup, screen } from '@testing-library/react';
import { lazy } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { show } from '@/shared/testing/show';
import { Unreachable } from '@/shared/api/problem';
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
