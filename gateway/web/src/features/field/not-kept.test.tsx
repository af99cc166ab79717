import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NotKept } from '@/shared/api/problem';
import type { AllowedTransition, Intervention } from '@/shared/api/types';
import { show } from '@/shared/testing/show';
import { Evidence } from './evidence';
import { JobSteps } from './job-steps';
import { StepDialog } from './step-dialog';

/** What a telephone says that has no room left. */
const FULL = /^Cet appareil n’a pas pu le conserver/;

const keep = vi.fn<() => Promise<void>>();
const acts = { step: keep, sign: keep, outbox: { comment: keep, attach: keep } };

const step = (to: string, label: string, needs: AllowedTransition['needs']): AllowedTransition =>
  ({ to, label, category: 'ACTIVE', needs, takes: needs });
const LEAVES = step('EN_ROUTE', 'En route', []);
const job = { id: 'one', status: { category: 'PLANNED' }, allowedTransitions: [LEAVES] } as unknown as Intervention;

beforeEach(() => {
  keep.mockReset().mockRejectedValueOnce(new NotKept('QuotaExceededError')).mockResolvedValue();
});

afterEach(cleanup);

test('a step that the telephone has no room for is told, and taken at the next try', async () => {
  await show(<JobSteps job={job} acts={acts} />);
  fireEvent.click(screen.getByText('En route'));
  await screen.findByText(FULL);
  fireEvent.click(screen.getByText('Réessayer'));
  await waitFor(() => expect(screen.queryByText(FULL)).toBeNull());
  expect(keep).toHaveBeenLastCalledWith(LEAVES, {});
});

test('a report that the telephone has no room for stays open as it was written', async () => {
  const done = vi.fn();
  await show(<StepDialog job={job} step={step('ON_HOLD', 'Mettre en attente', ['reason'])} acts={acts} onDone={done} />);
  const reason = await screen.findByLabelText<HTMLTextAreaElement>(/^Motif/);
  fireEvent.change(reason, { target: { value: 'Pompe à remplacer' } });
  fireEvent.submit(reason);
  await screen.findByText(FULL);
  expect(done).not.toHaveBeenCalled();
  expect(reason.value).toBe('Pompe à remplacer');
  fireEvent.submit(reason);
  await waitFor(() => expect(done).toHaveBeenCalled());
});

test('of several photos those that were not kept are tried again, and only those', async () => {
  keep.mockReset().mockResolvedValueOnce().mockRejectedValueOnce(new NotKept('QuotaExceededError')).mockResolvedValue();
  const { container } = await show(<Evidence interventionId="one" acts={acts} signer="" />);
  const photos = ['pompe', 'vanne', 'joint'].map((name) => new File([name], `${name}.jpg`, { type: 'image/jpeg' }));
  fireEvent.change(container.querySelector('input[type=file]') as Element, { target: { files: photos } });
  await screen.findByText(FULL);
  await screen.findByText('1 photo ajoutée ; le client la verra.');
  fireEvent.click(screen.getByText('Réessayer'));
  await screen.findByText('3 photos ajoutées ; le client les verra.');
  expect(keep).toHaveBeenCalledTimes(4);
});
