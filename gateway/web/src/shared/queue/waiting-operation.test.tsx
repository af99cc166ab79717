import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
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
