import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import { Problem } from '@/shared/api/problem';
import { show } from '@/shared/testing/show';
import { Thread } from './thread';

const outbox = { comment: vi.fn(), attach: vi.fn() };

afterEach(cleanup);

test('a thread that cannot be read fails by itself: one can still write, and try again', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const said = { id: '1', kind: 'COMMENT', body: 'Pompe commandée', version: 1, author: { name: 'Anne Roux', role: 'DISPATCHER' }, createdAt: '2026-11-26T08:00:00Z' };
  vi.spyOn(api, 'GET')
    .mockRejectedValueOnce(new Problem({ type: 'urn:accord:problem:internal-error', title: '', status: 500 }))
    .mockResolvedValue({ data: { items: [said] } } as never);
  await show(
    <main>
      <button type="button">En route</button>
      <Thread interventionId="one" outbox={outbox} />
    </main>,
  );
  const retry = await screen.findByText('Réessayer');
  expect(screen.getByText('En route')).toBeDefined();
  fireEvent.change(screen.getByLabelText('Écrire un commentaire'), { target: { value: 'Je rappelle demain' } });

  fireEvent.click(retry);
  await screen.findByText('Pompe commandée');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Écrire un commentaire').value).toBe('Je rappelle demain');
});
