import type { Intervention } from '@/shared/api/types';
import { ANOTHER_PERSON, isPassing, isProblem, notAllowed, Problem, Unreachable } from '@/shared/api/problem';
import { pause } from '@/shared/api/queries';
import { planFor, type Times, timesLeft } from './merge';
import { type AttachmentAct, type CommentAct, isBuiltOn, type Operation, type OperationChanges, type StepAct, type Trouble } from './operation';

/** What the queue needs of the API. */
export interface Server {
  read: (interventionId: string) => Promise<Intervention>;
  move: (step: StepAct, version: number) => Promise<Intervention>;
  tellTimes: (interventionId: string, version: number, times: Times) => Promise<Intervention>;
  comment: (comment: CommentAct) => Promise<unknown>;
  attach: (attachment: AttachmentAct) => Promise<unknown>;
}

/** Where operations are kept meanwhile. */
export interface Store {
  all: () => Promise<Operation[]>;
  /** Marks it as tried, so that nobody can withdraw it any longer; false if somebody has. */
  begin: (operation: Operation) => Promise<boolean>;
  change: (operation: Operation, changes: OperationChanges) => Promise<void>;
  remove: (operation: Operation) => Promise<void>;
}

type Sent = (operation: Operation, answer: Intervention | null) => void;

/** How often the desk may be faster between a look and a step. */
const MAX_RACES = 5;

/** How often the API may fail on an operation before a person is shown. */
export const MAX_FAULTS = 10;

/**
 * Sends what waits, in its order. What the API refuses stays where it is, with the reason; steps of the same
 * intervention that build on it wait with it, everything else goes on. Where the API fails, all that follows of
 * the same intervention rests with what it failed on, and other interventions go on.
 *
 * @returns after how many milliseconds something that rests may be tried again, null if nothing rests
 * @throws the failure, if nothing can be sent at all: what is left is for the next time
 */
export async function sendAll(store: Store, server: Server, sent: Sent, now: () => number = Date.now): Promise<number | null> {
  const resting = new Map<string, number>();
  const refused = new Map<string, string[]>();
  const seen = new Set<string>();
  for (;;) {
    const operation = (await store.all()).find(({ id }) => !seen.has(id));
    if (!operation) {
      return resting.size > 0 ? Math.min(...resting.values()) : null;
    }
    seen.add(operation.id);
    const intervention = operation.interventionId;
    const before = refused.get(intervention) ?? [];
    if (resting.has(intervention) || (operation.kind === 'step' && isBuiltOn(operation, before))) {
      continue;
    }
    const rest = operation.refused ? 'refused' : (restOf(operation.trouble, now()) ?? (await attempt(operation, store, server, sent, now)));
    if (typeof rest === 'number') {
      resting.set(intervention, rest);
    } else if (rest === 'refused' && operation.kind === 'step') {
      refused.set(intervention, [...before, operation.id]);
    }
  }
}

/** How long it rests from now on; null when it is its turn again. A clock that was put back lets nothing wait for ever. */
function restOf(trouble: Trouble | undefined, now: number): number | null {
  return trouble && now >= trouble.at && now < trouble.at + trouble.rest ? trouble.at + trouble.rest - now : null;
}

/** @returns that nothing of it is left to send, that it was refused, or for how long it rests */
async function attempt(operation: Operation, store: Store, server: Server, sent: Sent, now: () => number): Promise<'done' | 'refused' | number> {
  let answer: Intervention | null;
  if (!operation.tried && !(await store.begin(operation))) {
    return 'done';
  }
  try {
    answer = await send(operation, store, server);
  } catch (failure) {
    if (concernsAll(failure)) {
      throw failure;
    }
    if (isProblem(failure) && failure.status < 500 && !failure.isPassing) {
      await store.change(operation, { refused: failure.code, sentVersion: undefined, trouble: undefined });
      return 'refused';
    }
    const tries = (operation.trouble?.tries ?? 0) + 1;
    if (tries >= MAX_FAULTS && !isPassing(failure)) {
      // It may have arrived all the same: whoever tries again sends the same once more.
      await store.change(operation, { refused: isProblem(failure) ? failure.code : 'unknown', trouble: undefined });
      return 'refused';
    }
    const rest = pause(tries - 1, failure);
    await store.change(operation, { trouble: { tries, at: now(), rest } });
    return rest;
  }
  // Shown before it is forgotten: in between, the screen would go back to what was before.
  sent(operation, answer);
  await store.remove(operation);
  return 'done';
}

/** Without network, without their session or with too many requests nothing else gets through either. */
function concernsAll(failure: unknown): boolean {
  return (
    failure instanceof Unreachable ||
    isProblem(failure, ANOTHER_PERSON) ||
    (isProblem(failure) && (failure.status === 401 || failure.status === 429))
  );
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

async function sendStep(step: StepAct, store: Store, server: Server): Promise<Intervention> {
  const taken = await take(step, store, server);
  let { now } = taken;
  let isOld = false;
  for (let race = 0; race < MAX_RACES; race++) {
    try {
      now = isOld ? await server.read(step.interventionId) : now;
      const times = timesLeft(step, now, taken.byDesk);
      return times ? await server.tellTimes(step.interventionId, now.version, times) : now;
    } catch (failure) {
      // Nobody did it then, as a device with a wrong clock tells; or it was done, and somebody else goes on with it.
      if (isProblem(failure, 'invalid-values') || (!taken.byDesk && isProblem(failure, 'not-found'))) {
        return now;
      }
      if (!isProblem(failure, 'stale-version')) {
        throw failure;
      }
      isOld = true;
    }
  }
  throw new Error('It changes all the time.');
}

/** Has the step taken, unless somebody took it before. */
async function take(step: StepAct, store: Store, server: Server): Promise<{ now: Intervention; byDesk: boolean }> {
  if (step.sentVersion !== undefined) {
    // It may have arrived: the same request again answers as it did then, or is refused as out of date.
    try {
      return { now: await server.move(step, step.sentVersion), byDesk: false };
    } catch (failure) {
      if (!isOutdated(failure)) {
        throw failure;
      }
    }
  }
  for (let race = 0; race < MAX_RACES; race++) {
    const now = await server.read(step.interventionId);
    switch (planFor(step, now)) {
      case 'taken':
        return { now, byDesk: true };
      case 'refused':
        throw notAllowed();
      case 'move':
        try {
          await store.change(step, { sentVersion: now.version });
          return { now: await server.move(step, now.version), byDesk: false };
        } catch (failure) {
          if (!isProblem(failure, 'stale-version')) {
            throw failure;
          }
        }
    }
  }
  throw new Problem({ type: 'urn:accord:problem:stale-version', title: 'It changes all the time', status: 412 });
}

/** The state it was meant for has gone, so it did not arrive then. */
function isOutdated(failure: unknown): boolean {
  return isProblem(failure, 'stale-version') || isProblem(failure, 'transition-not-allowed');
}
