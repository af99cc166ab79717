import { onlineManager, useSuspenseQuery } from '@tanstack/react-query';
import { act, cleanup, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, test, vi } from 'vitest';
import { Unreachable } from '@/shared/api/problem';
import { newQueryClient } from '@/shared/api/queries';
import { show } from '@/shared/testing/show';
import { Part } from './part';

afterEach(() => {
  cleanup();
  onlineManager.setOnline(true);
});

const read = vi.fn<() => Promise<string>>();

function Screen(): ReactNode {
  return useSuspenseQuery({ queryKey: ['something'], queryFn: read }).data;
}

/** As a browser tells it. */
function network(online: boolean): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
  window.dispatchEvent(new Event(online ? 'online' : 'offline'));
}

test('what is not on the device says so without network, and comes by itself when that is back', async () => {
  read.mockRejectedValueOnce(new Unreachable()).mockResolvedValue('Chaudière en panne');
  await show(
    <Part>
      <Screen />
    </Part>,
    newQueryClient(),
  );
  act(() => network(false));
  await screen.findByText(/^Il n’y a pas de réseau, et ceci n’est pas sur cet appareil/);
  act(() => network(true));
  await screen.findByText('Chaudière en panne');
});
