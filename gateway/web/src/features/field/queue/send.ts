import type { Intervention } from '@/shared/api/types';
import { isPassing, isProblem, Problem } from '@/shared/api/problem';
import { planFor } from './merge';
import type { AttachmentAct, CommentAct, Operation, StepAct } from './operation';

/** What the queue needs of the API. */
export interface Server {
  read: (interventionId: string) => Promise<Intervention>;
  move: (step: StepAct, version: number) => Promise<Intervention>;
  tellTimes: (interventionId: string, version: number, times: object) => Promise<Intervention>;
  comment: (comment: CommentAct) => Promise<unknown>;
  attach: (attachment: AttachmentAct) => Promise<unknown>;
}

/** Where operations are kept meanwhile. */
export interface Store {
  all: () => Promise<Operation[]>;
  change: (operation: Operation, changes: { refused?: string | undefined; sentVersion?: number | undefined }) => Promise<void>;
  remove: (operation: Operation) => Promise<void>;
}

/** How often the desk may be faster between a look and a step. */
const MAX_RACES = 5;

/**
 * Sends what waits, in its order. What the API refuses stays where it is, with the reason; later steps of
 * the same intervention wait with it, everything else goes on.
 *
 * @throws the failure, if it is one that passes: what is left is for the next time
 */
export async function sendAll(store: Store, server: Server, sent: (operation: Operation, answer: Intervention | null) => void): Promise<void> {
  const held = new Set<string>();
  const seen = new Set<string>();
  for (;;) {
    const operation = (await store.all()).find(({ id }) => !seen.has(id));
    if (!operation) {
      return;
    }
    seen.add(operation.id);
    const isStep = operation.kind === 'step';
    if (operation.refused) {
      if (isStep) {
        held.add(operation.interventionId);
      }
    } else if (!isStep || !held.has(operation.interventionId)) {
      const refusal = await attempt(operation, store, server, sent);
      if (refusal && isStep) {
        held.add(operation.interventionId);
      }
    }
  }
}

async function attempt(
  operation: Operation,
  store: Store,
  server: Server,
  sent: (operation: Operation, answer: Intervention | null) => void,
): Promise<string | null> {
  try {
    const answer = await send(operation, store, server);
    await store.remove(operation);
    sent(operation, answer);
    return null;
  } catch (failure) {
    // Whoever has to log in again finds everything as it was.
    if (!(failure instanceof Problem) || isPassing(failure) || failure.status === 401 || failure.status >= 500) {
      throw failure;
    }
    await store.change(operation, { refused: failure.code, sentVersion: undefined });
    return failure.code;
  }
}

async function send(operation: Operation, store: Store, server: Server): Promise<Intervention | null> {
  switch (operation.kind) {
    case 'comment':
      await server.comment(operation);
      return null;
    case 'attachment':
      await server.attach(operation);
      return null;
    case 'step':
      return sendStep(operation, store, server);
  }
}

async function sendStep(step: StepAct, store: Store, server: Server): Promise<Intervention | null> {
  if (step.sentVersion !== undefined) {
    // It may have arrived: the same request again answers as it did then, or is refused as out of date.
    try {
      return await server.move(step, step.sentVersion);
    } catch (failure) {
      if (!isOutdated(failure)) {
        throw failure;
      }
    }
  }
  for (let race = 0; race < MAX_RACES; race++) {
    const now = await server.read(step.interventionId);
    const plan = planFor(step, now);
    try {
      switch (plan.kind) {
        case 'move':
          await store.change(step, { sentVersion: plan.version });
          return await server.move(step, plan.version);
        case 'times':
          return await server.tellTimes(step.interventionId, plan.version, plan.times);
        case 'settled':
          return now;
        case 'refused':
          throw new Problem({ type: 'urn:accord:problem:transition-not-allowed', title: 'It is not possible any more', status: 409 });
      }
    } catch (failure) {
      if (!isProblem(failure, 'stale-version')) {
        throw failure;
      }
    }
  }
  throw new Problem({ type: 'urn:accord:problem:stale-version', title: 'It changes all the time', status: 412 });
}

/** The state it was meant for has gone, so it did not arrive then. */
function isOutdated(failure: unknown): boolean {
  return isProblem(failure, 'stale-version') || isProblem(failure, 'transition-not-allowed');
}
