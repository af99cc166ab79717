import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { AllowedTransition, Intervention } from '@/shared/api/types';
import { removeDraft, storedDraft, storeDraft } from '@/shared/drafts/database';
import { show, TECHNICIAN } from '@/shared/testing/show';
import { StepDialog } from './step-dialog';

const DRAFT = `${TECHNICIAN.id} step one DONE`;
const DONE: AllowedTransition = { to: 'DONE', label: 'Terminée', category: 'RESOLVED', needs: ['report'], takes: ['report'] };
const job = { id: 'one', status: { category: 'ACTIVE' }, report: 'Joint remplacé.', allowedTransitions: [DONE] } as unknown as Intervention;

const take = vi.fn(() => Promise.resolve());
const acts = { step: take, sign: take, outbox: { comment: take, attach: take } };

afterEach(async () => {
  cleanup();
  await removeDraft(DRAFT);
});

async function report(): Promise<HTMLTextAreaElement> {
  await show(<StepDialog job={job} step={DONE} acts={acts} onDone={() => undefined} />);
  return screen.findByLabelText<HTMLTextAreaElement>(/^Compte rendu/);
}

test('a report that has to be redone goes on from what it said', async () => {
  const field = await report();
  expect(field.value).toBe('Joint remplacé.');
  fireEvent.submit(field);
  await waitFor(() => expect(take).toHaveBeenCalledWith(DONE, { report: 'Joint remplacé.' }));
  expect(await storedDraft(DRAFT)).toBeUndefined();
});

test('what was begun to be written of it stands over what it said', async () => {
  await storeDraft(DRAFT, { changes: { report: 'Joint et vanne' }, key: 'key' });
  const field = await report();
  await waitFor(() => expect(field.value).toBe('Joint et vanne'));
});
