import { expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import type { Intervention } from '@/shared/api/types';
import { emptyCall } from './call';
import { sendPlan } from './send-call';

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { POST: vi.fn() } as never }));

const assign = { to: 'ASSIGNED', category: 'PLANNED', label: 'Affectée', needs: ['technician'], takes: ['technician'] };
const created = { id: 'one', version: 1, allowedTransitions: [assign] } as unknown as Intervention;

test('an appointment that no step leads to is not dropped without a word', async () => {
  const call = { ...emptyCall(), technicianId: 'paul', start: '2026-11-30T08:00:00Z' };
  await expect(sendPlan(call, created)).rejects.toMatchObject({ code: 'transition-not-allowed' });
  expect(api.POST).not.toHaveBeenCalled();
});

test('a call for later needs no step', async () => {
  await expect(sendPlan(emptyCall(), created)).resolves.toBeUndefined();
});
