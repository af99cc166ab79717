import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPassing } from '@/shared/api/problem';
import type { Operation } from './operation';
import { withOperations } from './merge';
import { sendAll } from './send';
import { lists, ModelServer, ModelStore, type Outcome } from './testing';

type Happening =
  | { who: 'device'; does: 'step'; choice: number }
  | { who: 'device'; does: 'comment' }
  | { who: 'desk'; does: 'step'; choice: number }
  | { who: 'desk'; does: 'same step' }
  | { who: 'desk'; does: 'plan' }
  | { who: 'desk'; does: 'comment' }
  | { who: 'desk'; does: 'reassign'; to: 'tech' | 'other' }
  | { who: 'network'; sends: Outcome[] };

const choice = fc.nat(4);
const deviceActs: fc.Arbitrary<Happening>[] = [
  fc.record({ who: fc.constant('device'), does: fc.constant('step'), choice }),
  fc.constant({ who: 'device', does: 'comment' }),
];
const desk = (...acts: Happening[]): fc.Arbitrary<Happening>[] => acts.map((act) => fc.constant(act));
const network: fc.Arbitrary<Happening> = fc.record({
  who: fc.constant('network'),
  sends: fc.array(fc.constantFrom<Outcome>('arrives', 'arrives', 'lost', 'answer lost'), { maxLength: 8 }),
});

const minutes = (count: number): string => new Date(Date.UTC(2026, 10, 26, 8) + count * 60_000).toISOString();

/** A device in the field and a desk with a network between them that comes and goes. */
class Story {
  readonly store = new ModelStore();
  readonly server: ModelServer;
  #outcomes: Outcome[] = [];
  #deskActs = 0;
  #deskComments = 0;
  /** The API's last answer that the device has seen. */
  #seen;

  constructor() {
    this.server = new ModelServer(() => this.#outcomes.shift() ?? 'lost');
    this.#seen = this.server.known;
  }

  get view() {
    return withOperations(this.#seen, this.store.operations, lists);
  }

  get deskComments(): string[] {
    return Array.from({ length: this.#deskComments }, (_, place) => `desk ${place + 1}`);
  }

  async happens(happening: Happening): Promise<void> {
    const number = this.store.handedIn.length + 1;
    const act = { id: `act ${number}`, userId: 'tech', interventionId: 'one', at: minutes(number) };
    switch (happening.who) {
      case 'device': {
        if (happening.does === 'comment') {
          this.store.add({ ...act, kind: 'comment', body: `device ${act.id}`, visibility: 'PUBLIC' });
          return;
        }
        const { allowedTransitions, status } = this.view;
        const step = allowedTransitions[happening.choice % Math.max(allowedTransitions.length, 1)];
        if (step) {
          this.store.add({
            ...act,
            kind: 'step',
            to: step.to,
            fromCategory: status.category,
            ...(step.needs.includes('reason') ? { reason: `because ${act.id}` } : {}),
            ...(step.needs.includes('report') ? { report: `report ${act.id}` } : {}),
          });
        }
        return;
      }
      case 'desk':
        this.deskActs(happening, minutes(1000 + ++this.#deskActs));
        return;
      case 'network':
        await this.connects(happening.sends);
    }
  }

  private deskActs(happening: Extract<Happening, { who: 'desk' }>, at: string): void {
    const { server } = this;
    switch (happening.does) {
      case 'comment':
        server.comments.push(`desk ${++this.#deskComments}`);
        return;
      case 'plan':
        server.slot = at;
        server.version++;
        return;
      case 'reassign':
        server.technician = happening.to;
        server.version++;
        return;
      case 'same step': {
        // An admin takes the device's next step before it is sent.
        const waiting = this.store.operations.find((operation) => operation.kind === 'step');
        if (waiting?.kind === 'step' && !waiting.reason && !waiting.report && !waiting.refused) {
          this.tries(() => server.step(waiting.to, at));
        }
        return;
      }
      case 'step': {
        const ways = lists.transitions.filter((transition) => transition.from === server.status);
        const way = ways[happening.choice % Math.max(ways.length, 1)];
        if (way) {
          server.step(way.to, at, way.needsReason ? 'desk reason' : undefined, way.needsReport ? 'desk report' : undefined);
        }
      }
    }
  }

  private tries(act: () => void): void {
    try {
      act();
    } catch {
      // The API refuses the desk as well.
    }
  }

  async connects(outcomes: Outcome[]): Promise<void> {
    this.#outcomes = [...outcomes];
    try {
      await sendAll(this.store, this.server, (_, answer) => {
        this.#seen = answer ?? this.#seen;
      });
    } catch (failure) {
      if (!isPassing(failure)) {
        throw failure;
      }
    }
    this.#outcomes = [];
  }

  /** The network is there at last, and the device looks. */
  async comesHome(): Promise<void> {
    await this.connects(Array<Outcome>(500).fill('arrives'));
    this.#seen = this.server.known;
  }
}

describe('what a technician did without network', () => {
  test('is carried out once or shown, never swallowed, whatever desk and network do meanwhile', async () => {
    const happenings = fc.array<Happening>(
      fc.oneof(
        ...deviceActs,
        ...deviceActs,
        network,
        fc.record({ who: fc.constant('desk'), does: fc.constant('step'), choice }),
        ...desk(
          { who: 'desk', does: 'same step' },
          { who: 'desk', does: 'plan' },
          { who: 'desk', does: 'comment' },
          { who: 'desk', does: 'reassign', to: 'other' },
          { who: 'desk', does: 'reassign', to: 'tech' },
        ),
      ),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(happenings, async (all) => {
        const story = new Story();
        for (const happening of all) {
          await story.happens(happening);
        }
        const lastAssigned = story.server.technician;
        await story.comesHome();

        const { store, server } = story;
        const left = new Map(store.operations.map((operation) => [operation.id, operation]));
        // Nothing waits without a reason: what is left was refused, or is a step that follows one that was.
        const firstRefused = store.operations.find((operation) => operation.kind === 'step' && operation.refused);
        for (const operation of store.operations) {
          expect(operation.refused !== undefined || (operation.kind === 'step' && firstRefused !== undefined)).toBe(true);
        }
        // What is shown as refused was not carried out, nor was any step that the technician built on it.
        for (const operation of store.handedIn) {
          const isLater = operation.kind === 'step' && firstRefused !== undefined && (operation.seq ?? 0) > (firstRefused.seq ?? 0);
          if (left.has(operation.id) || isLater) {
            expect(server.carriedOut.has(operation.id)).toBe(false);
          }
        }
        // Once, and in order.
        expect([...server.carriedOut.values()].every((times) => times === 1)).toBe(true);
        const sent = (operation: Operation): boolean => operation.kind === 'comment' && !left.has(operation.id);
        expect(server.comments.filter((comment) => comment.startsWith('device'))).toEqual(
          store.handedIn.filter(sent).map((operation) => `device ${operation.id}`),
        );
        expect(server.comments.filter((comment) => comment.startsWith('desk'))).toEqual(story.deskComments);
        // Words of the device are either at the API or still on the device.
        for (const operation of store.handedIn) {
          if (operation.kind === 'step' && !left.has(operation.id) && operation.report) {
            expect(server.carriedOut.get(operation.id)).toBe(1);
          }
        }
        expect(server.technician).toBe(lastAssigned);
        // Device and desk see the same.
        expect(story.view.status.code).toBe(server.status);
      }),
      { numRuns: 2000 },
    );
  });

  test('ends in the same state in whichever order it meets what the desk did', async () => {
    const device = fc.array(fc.oneof(...deviceActs), { maxLength: 8 });
    const deskActs = fc.array(
      fc.oneof(...desk({ who: 'desk', does: 'same step' }, { who: 'desk', does: 'plan' }, { who: 'desk', does: 'comment' })),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(device, deskActs, fc.array(network, { maxLength: 6 }), fc.infiniteStream(fc.nat(2)), async (mine, theirs, networks, order) => {
        const ends = await Promise.all(
          [order, [][Symbol.iterator]()].map(async (choices) => {
            const story = new Story();
            const lanes = [[...mine], [...theirs], [...networks]];
            while (lanes.some((lane) => lane.length > 0)) {
              const next = choices.next();
              const chosen = lanes[next.done ? 0 : (next.value)];
              const lane = chosen && chosen.length > 0 ? chosen : lanes.find(({ length }) => length > 0);
              const happening = lane?.shift();
              if (happening) {
                await story.happens(happening);
              }
            }
            await story.comesHome();
            const { status, reason, report, actualStart, actualEnd, comments } = story.server;
            const own = (who: string) => comments.filter((comment) => comment.startsWith(who)).length;
            return { status, reason, report, actualStart, actualEnd, device: own('device'), desk: own('desk'), left: story.store.operations.length };
          }),
        );
        expect(ends[0]).toEqual(ends[1]);
      }),
      { numRuns: 1000 },
    );
  });
});
