import type { ProblemBody } from './types';

const PREFIX = 'urn:accord:problem:';

/** The session has become somebody else's than whoever's the request was. */
export const ANOTHER_PERSON = 'another-person';

/** A refusal of the API (RFC 9457). Code switches on its type, never on its texts. */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** The last part of the type: `slot-taken`, `stale-version`. */
  readonly code: string;

  constructor(
    readonly body: ProblemBody,
    /** After how many seconds it makes sense to try again. */
    readonly retryAfter: number | null = null,
  ) {
    super(`${body.status} ${body.type}`);
    this.code = body.type.startsWith(PREFIX) ? body.type.slice(PREFIX.length) : 'unknown';
  }

  get status(): number {
    return this.body.status;
  }

  /** The names of the body's members that were refused: `title`, `plannedStart`. */
  get members(): string[] {
    return (this.body.errors ?? [])
      .filter((error) => error.pointer.startsWith('#/'))
      .map((error) => error.pointer.slice(2).split('/')[0] ?? '');
  }

  /** Whether the same request may succeed in a moment. */
  get isPassing(): boolean {
    return this.status === 429 || this.status === 503 || this.status === 504 || this.code === 'idempotency-key-in-use';
  }
}

/** As the API would refuse it: the screen knows already that no such step is offered. */
export function notAllowed(): Problem {
  return new Problem({ type: `${PREFIX}transition-not-allowed`, title: '', status: 409 });
}

/** The request did not reach the server, or its answer did not reach us. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** This device did not keep what somebody did: it is full, or lets nothing be kept. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
}

/** A request that was refused or got lost, and not a fault of the application itself. */
export function isOfRequest(error: unknown): error is Problem | Unreachable {
  return error instanceof Problem || error instanceof Unreachable;
}

export async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  const body = response.headers.get('Content-Type')?.includes('json')
    ? ((await response.json().catch(() => null)) as ProblemBody | null)
    : null;
  return new Problem(
    body?.type ? body : { type: 'about:blank', title: response.statusText, status: response.status },
    Number.isNaN(retryAfter) ? null : retryAfter,
  );
}

export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}

/** Something that goes away by waiting, not by doing otherwise. */
export function isPassing(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Problem && error.isPassing);
}
