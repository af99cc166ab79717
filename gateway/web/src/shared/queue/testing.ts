import { Problem, Unreachable } from '@/shared/api/problem';
import type { AllowedTransition, Intervention, Status, Transition } from '@/shared/api/types';
import type { Lists } from './merge';
import { type AttachmentAct, canBeWithdrawn, type CommentAct, type Operation, type OperationChanges, type StepAct } from './operation';
import type { Server, Store } from './send';

const CATEGORIES: Record<string, Status['category']> = {
  NEW: 'OPEN',
  ASSIGNED: 'PLANNED',
  SCHEDULED: 'PLANNED',
  EN_ROUTE: 'ACTIVE',
  IN_PROGRESS: 'ACTIVE',
  ON_HOLD: 'PAUSED',
  DONE: 'RESOLVED',
  UNRESOLVED: 'RESOLVED',
  CLOSED: 'CLOSED',
  CANCELLED: 'CANCELLED',
};

/** from, to, who (technician, dispatcher, admin), needs */
const WAYS: [string, string, 'T' | 'D' | 'A', string][] = [
  ['NEW', 'SCHEDULED', 'D', ''],
  ['SCHEDULED', 'NEW', 'T', 'reason'],
  ['SCHEDULED', 'EN_ROUTE', 'T', ''],
  ['SCHEDULED', 'IN_PROGRESS', 'T', ''],
  ['EN_ROUTE', 'IN_PROGRESS', 'T', ''],
  ['EN_ROUTE', 'ON_HOLD', 'T', 'reason'],
  ['IN_PROGRESS', 'ON_HOLD', 'T', 'reason'],
  ['ON_HOLD', 'IN_PROGRESS', 'T', ''],
  ['ON_HOLD', 'SCHEDULED', 'D', ''],
  ['IN_PROGRESS', 'DONE', 'T', 'report'],
  ['IN_PROGRESS', 'UNRESOLVED', 'T', 'report reason'],
  ['DONE', 'IN_PROGRESS', 'D', 'reason'],
  ['DONE', 'CLOSED', 'D', ''],
  ['UNRESOLVED', 'CLOSED', 'D', ''],
  ['SCHEDULED', 'CANCELLED', 'D', 'reason'],
  ['ON_HOLD', 'CANCELLED', 'D', 'reason'],
  ['EN_ROUTE', 'CANCELLED', 'A', 'reason'],
  ['IN_PROGRESS', 'CANCELLED', 'A', 'reason'],
  ['CLOSED', 'NEW', 'A', 'reason'],
  ['CANCELLED', 'NEW', 'A', 'reason'],
];

const status = (code: string): Status =>
  ({ code, label: code, category: CATEGORIES[code], color: '#000000' }) as Status;

/** The lists of a company such as ours. */
export const lists: Lists = {
  statuses: Object.keys(CATEGORIES).map(status),
  transitions: WAYS.map(
    ([from, to, who, needs]) =>
      ({
        from,
        to,
        active: true,
        byTechnician: who === 'T',
        byDispatcher: who === 'D',
        needsReason: needs.includes('reason'),
        needsReport: needs.includes('report'),
      }) as Transition,
  ),
};

/** What becomes of a request: the network loses it or its answer, nobody is logged in, or the API fails before or after it did it. */
export type Outcome = 'arrives' | 'lost' | 'answer lost' | 'session over' | 'session of another' | 'unavailable' | 'fails' | 'fails too late';

/** One intervention at the API, as far as the queue can tell, behind a network that may fail. */
export class ModelServer implements Server {
  status = 'SCHEDULED';
  version = 1;
  technician = 'tech';
  reason: string | null = null;
  report: string | null = null;
  actualStart: string | null = null;
  actualEnd: string | null = null;
  slot = 'slot 0';
  readonly comments: string[] = [];
  readonly pictures: string[] = [];
  /** When the present status was entered: no step is earlier than the one before. */
  #since = new Date(0).toISOString();
  /** How often each request was carried out, by its key. */
  readonly carriedOut = new Map<string, number>();
  readonly #answers = new Map<string, Intervention | null>();

  constructor(
    private readonly network: () => Outcome,
    private readonly meanwhile: () => void = () => undefined,
  ) {}

  get known(): Intervention {
    return {
      version: this.version,
      status: status(this.status),
      statusSince: this.#since,
      statusReason: this.reason,
      report: this.report,
      actualStart: this.actualStart,
      actualEnd: this.actualEnd,
      technicianId: this.technician,
      allowedTransitions: this.offered(),
    } as unknown as Intervention;
  }

  read(): Promise<Intervention> {
    return this.#call(() => this.known);
  }

  move(step: StepAct, version: number): Promise<Intervention> {
    return this.#once(`${step.id} ${version}`, step.id, () => {
      this.#sees();
      this.#expects(version);
      this.step(step.to, step.at, step.reason, step.report);
      return this.known;
    });
  }

  tellTimes(_id: string, version: number, times: { actualStart?: string; actualEnd?: string }): Promise<Intervention> {
    return this.#call(() => {
      this.#sees();
      this.#expects(version);
      const { actualStart = this.actualStart, actualEnd = this.actualEnd } = times;
      const isDone = CATEGORIES[this.status] === 'RESOLVED';
      if (actualStart === null || (actualEnd === null) === isDone || (actualEnd !== null && actualEnd < actualStart)) {
        throw problem('invalid-values', 422);
      }
      Object.assign(this, { actualStart, actualEnd });
      this.version++;
      return this.known;
    });
  }

  comment(comment: CommentAct): Promise<null> {
    return this.#once(comment.id, comment.id, () => {
      this.#sees();
      this.comments.push(comment.body);
      return null;
    });
  }

  attach(picture: AttachmentAct): Promise<null> {
    return this.#once(picture.id, picture.id, () => {
      this.#sees();
      this.pictures.push(`device ${picture.id}`);
      return null;
    });
  }

  /** Takes a step, whoever does it; as the API it refuses one that the list does not have. */
  step(to: string, at: string, reason?: string, report?: string): void {
    const way = lists.transitions.find((transition) => transition.from === this.status && transition.to === to);
    if (!way) {
      throw problem('transition-not-allowed', 409);
    }
    const time = at < this.#since ? this.#since : at;
    this.#since = time;
    this.status = to;
    this.reason = reason ?? null;
    this.report = report ?? this.report;
    this.version++;
    if (to === 'IN_PROGRESS') {
      this.actualStart ??= time;
      this.actualEnd = null;
    }
    if (CATEGORIES[to] === 'RESOLVED') {
      this.actualEnd = time;
    }
  }

  private offered(): AllowedTransition[] {
    return lists.transitions
      .filter((transition) => transition.byTechnician && transition.from === this.status)
      .map(
        ({ to, needsReason, needsReport }) =>
          ({
            to,
            label: to,
            category: CATEGORIES[to],
            needs: [...(needsReason ? ['reason'] : []), ...(needsReport ? ['report'] : [])],
            takes: ['reason', ...(needsReport ? ['report'] : [])],
          }) as AllowedTransition,
      );
  }

  #sees(): void {
    if (this.technician !== 'tech') {
      throw problem('not-found', 404);
    }
  }

  #expects(version: number): void {
    if (version !== this.version) {
      throw problem('stale-version', 412);
    }
  }

  #once<T extends Intervention | null>(request: string, key: string, carryOut: () => T): Promise<T> {
    return this.#call(() => {
      const answered = this.#answers.get(request);
      if (answered !== undefined) {
        return answered as T;
      }
      const answer = carryOut();
      this.#answers.set(request, answer);
      this.carriedOut.set(key, (this.carriedOut.get(key) ?? 0) + 1);
      return answer;
    });
  }

  async #call<T>(carryOut: () => T): Promise<T> {
    await Promise.resolve();
    this.meanwhile();
    const outcome = this.network();
    switch (outcome) {
      case 'lost':
        throw new Unreachable('it did not arrive');
      case 'session over':
        throw problem('unauthenticated', 401);
      case 'session of another':
        throw problem('another-person', 403);
      case 'unavailable':
        throw problem('temporarily-unavailable', 503);
      case 'fails':
        throw problem('internal-error', 500);
    }
    const answer = carryOut();
    switch (outcome) {
      case 'answer lost':
        throw new Unreachable('its answer did not arrive');
      case 'fails too late':
        throw problem('internal-error', 500);
    }
    return answer;
  }
}

/** The device's memory: it outlives every kill of the browser. */
export class ModelStore implements Store {
  operations: Operation[] = [];
  readonly handedIn: Operation[] = [];

  add(operation: Operation): void {
    const stored = { ...operation, seq: this.handedIn.length + 1 };
    this.operations.push(stored);
    this.handedIn.push(stored);
  }

  all(): Promise<Operation[]> {
    return Promise.resolve(this.operations.map((operation) => ({ ...operation })));
  }

  begin(operation: Operation): Promise<boolean> {
    const isThere = this.operations.some(({ id }) => id === operation.id);
    this.operations = this.operations.map((other) => (other.id === operation.id ? { ...other, tried: true } : other));
    return Promise.resolve(isThere);
  }

  /** Takes back what was done last, if that can be taken back. */
  withdrawLast(): Operation | undefined {
    const last = this.operations.filter((operation) => canBeWithdrawn(operation, this.operations)).at(-1);
    this.operations = this.operations.filter((operation) => operation !== last);
    return last;
  }

  change(operation: Operation, changes: OperationChanges): Promise<void> {
    this.operations = this.operations.map((other) => (other.id === operation.id ? { ...other, ...changes } : other));
    return Promise.resolve();
  }

  remove(operation: Operation): Promise<void> {
    this.operations = this.operations.filter((other) => other.id !== operation.id);
    return Promise.resolve();
  }
}

function problem(code: string, statusCode: number): Problem {
  return new Problem({ type: `urn:accord:problem:${code}`, title: code, status: statusCode });
}
