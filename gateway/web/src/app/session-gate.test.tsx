import { act, cleanup, screen } from '@testing-library/react';
import { onlineManager, QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import { Unreachable } from '@/shared/api/problem';
import { newQueryClient } from '@/shared/api/queries';
import { tellOtherTabs } from '@/shared/session/tabs';
import { queriesOf, show } from '@/shared/testing/show';
import { SessionGate } from './session-gate';

afterEach(() => {
  cleanup();
  onlineManager.setOnline(true);
});

const open = (queries: QueryClient = queriesOf()) => show(<SessionGate>Mes interventions</SessionGate>, queries);

test('where nothing is known and nobody answers, it is said', async () => {
  vi.spyOn(api, 'GET').mockRejectedValue(new Unreachable('offline'));
  onlineManager.setOnline(false);
  await open(newQueryClient());
  await screen.findByText('Le serveur ne répond pas. Vérifiez votre connexion.');
});

test('when somebody logs out in another tab, nothing of theirs is shown here any longer', async () => {
  await open();
  await screen.findByText('Mes interventions');
  act(() => tellOtherTabs('logged-out'));
  await screen.findByText(/^Vous vous êtes déconnecté/);
  expect(screen.queryByText('Mes interventions')).toBeNull();
});
