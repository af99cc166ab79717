import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { keys } from '@/shared/api/keys';
import { queriesOf, show, TECHNICIAN } from '@/shared/testing/show';
import { change, enqueue, operationsOf } from './database';
import { WaitingOperation } from './waiting-operation';

afterEach(cleanup);

const kept = () => operationsOf(TECHNICIAN.id);

test('a refused report is given up only when that was asked twice', async () => {
  await enqueue({ userId: TECHNICIAN.id, interventionId: 'one', at: '2026-11-26T08:00:00Z', kind: 'step', to: 'DONE', report: 'Joint remplacé' });
  const [report] = await kept();
  if (!report) {
    throw new Error('It is not kept.');
  }
  await change(report, { refused: 'transition-not-allowed' });
  const queries = queriesOf();
  queries.setQueryData(keys.statuses, []);
  await show(<WaitingOperation operation={{ ...report, refused: 'transition-not-allowed' }} />, queries);

  fireEvent.click(await screen.findByText('Abandonner'));
  fireEvent.click(screen.getByText('Garder'));
  expect(await kept()).toHaveLength(1);

  fireEvent.click(screen.getByText('Abandonner'));
  expect(await kept()).toHaveLength(1);
  fireEvent.click(screen.getByText('Effacer définitivement'));
  await waitFor(async () => expect(await kept()).toEqual([]));
});

test('a refused photo is saved as a file before it is given up', async () => {
  Object.assign(URL, { createObjectURL: () => 'blob:pompe', revokeObjectURL: () => undefined });
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(`${this.href} as ${this.download}`);
  });
  const file = new Blob(['pompe'], { type: 'image/png' });
  const photo = { userId: TECHNICIAN.id, interventionId: 'one', at: '2026-11-26T08:05:00Z', id: 'photo', file } as const;
  const queries = queriesOf();
  queries.setQueryData(keys.statuses, []);
  await show(
    <WaitingOperation operation={{ ...photo, kind: 'attachment', attachment: 'PHOTO', visibility: 'PUBLIC', refused: 'unusable-image' }} />,
    queries,
  );
  fireEvent.click(await screen.findByText('Enregistrer l’image'));
  expect(saved).toEqual(['blob:pompe as photo-2026-11-26-09-05.png']);
});
