import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Me } from '@/shared/api/types';
import { startTexts } from '@/shared/i18n';
import { lookLikeABrowser } from '@/shared/testing/browser';
import AccountMenuOpen from './account-menu-open';
import { loadTexts } from './texts';

const ME = { id: '1', displayName: 'Anne Roux', role: 'DISPATCHER' } as Me;

test('another language is spoken at once, and what the API told in the old one is asked for again', async () => {
  lookLikeABrowser();
  await startTexts(loadTexts);
  const queries = new QueryClient();
  const asked = vi.spyOn(queries, 'invalidateQueries');
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <AccountMenuOpen me={ME} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'English' }));
  expect(await screen.findByRole('menuitem', { name: 'Log out' })).toBeDefined();
  expect(screen.getByRole('menuitemradio', { name: 'English' }).getAttribute('aria-checked')).toBe('true');
  await vi.waitFor(() => expect(asked).toHaveBeenCalledWith(), { timeout: 5000 });
});
