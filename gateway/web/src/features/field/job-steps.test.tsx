import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { AllowedTransition, Intervention } from '@/shared/api/types';
import { show } from '@/shared/testing/show';
import { JobSteps } from './job-steps';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const step = (to: string, label: string): AllowedTransition => ({ to, label, category: 'ACTIVE', needs: [], takes: [] });
const job = { id: 'one', status: { category: 'PLANNED' }, allowedTransitions: [step('EN_ROUTE', 'En route')] } as unknown as Intervention;

test('a finger that taps twice takes one step, and the next one a moment later', async () => {
  const keep = vi.fn(() => Promise.resolve());
  await show(<JobSteps job={job} acts={{ step: keep, sign: keep, outbox: { comment: keep, attach: keep } }} />);
  vi.useFakeTimers();
  const tap = () => act(() => fireEvent.click(screen.getByText('En route')));
  await tap();
  await tap();
  expect(keep).toHaveBeenCalledTimes(1);
  act(() => void vi.advanceTimersByTime(1000));
  await tap();
  expect(keep).toHaveBeenCalledTimes(2);
});
