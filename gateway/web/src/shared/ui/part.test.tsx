import { cleanup, screen } from '@testing-library/react';
import { lazy } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { show } from '@/shared/testing/show';
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
