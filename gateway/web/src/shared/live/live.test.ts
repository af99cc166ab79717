import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { keys } from '@/shared/api/keys';
import { followChanges } from './live';

/** A stream that the server refuses, as that of somebody who has just been deactivated. */
class Refused {
  static readonly CLOSED = 2;
  readonly readyState = Refused.CLOSED;
  onerror: () => void = () => undefined;

  constructor() {
    queueMicrotask(() => this.onerror());
  }

  addEventListener(): void {
    // Nothing ever comes.
  }

  close(): void {
    // It is closed.
  }
}

test('a stream that is refused has it asked at once who is still logged in', async () => {
  vi.stubGlobal('EventSource', Refused);
  const queries = new QueryClient();
  const asked = vi.spyOn(queries, 'invalidateQueries');
  const stop = followChanges(queries, () => undefined);
  await vi.waitFor(() => expect(asked).toHaveBeenCalledWith({ queryKey: keys.me }), { timeout: 5000 });
  stop();
});
