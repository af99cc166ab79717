import { Notifications, notifications } from '@mantine/notifications';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import type { LiveEvent } from '@/shared/api/types';
import { show } from '@/shared/testing/show';
import ClientWords from './client-words';

const { listeners, navigate } = vi.hoisted(() => ({
  listeners: new Set<(event: LiveEvent) => void>(),
  navigate: vi.fn(),
}));

vi.mock('@/shared/live/hearing', () => ({
  onEvent: (listener: (event: LiveEvent) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
}));
vi.mock('@tanstack/react-router', () => ({ useNavigate: () => navigate }));

const said = (role: string) =>
  vi.spyOn(api, 'GET').mockResolvedValue({ data: { author: { name: 'Mme Durand', role }, body: 'Je ne serai pas là demain' }, response: {} } as never);

const told = (type = 'comment.added') =>
  act(async () => {
    listeners.forEach((tell) => tell({ type, id: 'words', interventionId: 'one' }));
    await Promise.resolve();
  });

beforeEach(() => notifications.clean());
afterEach(cleanup);

const open = (path: string) =>
  show(
    <>
      <Notifications />
      <ClientWords path={path} />
    </>,
  );

test('who is elsewhere is told what a client wrote, and goes there', async () => {
  said('CLIENT');
  await open('/');
  await told();
  await screen.findByText('Mme Durand vous écrit');
  screen.getByText('Je ne serai pas là demain');
  fireEvent.click(screen.getByText('Ouvrir'));
  expect(navigate).toHaveBeenCalledWith({ to: '/interventions/$id', params: { id: 'one' } });
  await waitFor(() => expect(screen.queryByText('Mme Durand vous écrit')).toBeNull());
});

test('whoever is at that intervention reads it there', async () => {
  const read = said('CLIENT');
  await open('/interventions/one');
  await told();
  expect(read).not.toHaveBeenCalled();
});

test.each([
  ['a colleague wrote', 'DISPATCHER', 'comment.added'],
  ['was corrected', 'CLIENT', 'comment.edited'],
])('nobody is called for what %s', async (_, role, type) => {
  said(role);
  await open('/');
  await told(type);
  expect(screen.queryByText('Mme Durand vous écrit')).toBeNull();
});
