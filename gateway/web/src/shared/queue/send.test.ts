import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPassing, isProblem } from '@/shared/api/problem';
import type { Intervention } from '@/shared/api/types';
import type { Operation } from './operation';
import { withOperations } from './merge';
import { MAX_FAULTS, sendAll } from './send';
import { lists, ModelServer, ModelStore, type Outcome } from './testing';

type DeskAct =
  | { who: 'desk'; does: 'step'; choice: number }
  | { who: 'desk'; does: 'same step' }
  | { who: 'desk'; does: 'plan' }
  | { who: 'desk'; does: 'comment' }
  | { who: 'desk'; does: 'photo' }
  | { who: 'desk'; does: 'cancel' }
  | { who: 'desk'; does: 'reassign'; to: 'tech' | 'other' };
type Withdrawal = { who: 'device'; does: 'withdraw' };
type Meanwhile = (DeskAct | Withdrawal | null)[];
type Happening =
  | { who: 'device'; does: 'step'; choice: number }
  | { who: 'device'; does: 'comment' | 'photo' | 'signature' }
  | Withdrawal
  | DeskAct
  | { who: 'network'; sends: Outcome[]; meanwhile: Meanwhile };
/** When it happens; as time goes by where nothing is said. */
type Timed = Happening & { at?: string };

const choice = fc.nat(4);
const deviceActs: fc.Arbitrary<Happening>[] = [
  fc.record({ who: fc.constant('device'), does: fc.constant('step'), choice }),
  fc.record({ who: fc.constant('device'), does: fc.constantFrom('comment', 'photo', 'signature') }),
];
const withdrawal = fc.constant<Withdrawal>({ who: 'device', does: 'withdraw' });
const desk = (...acts: DeskAct[]): fc.Arbitrary<DeskAct>[] => acts.map((act) => fc.constant(act));
/** What leaves each other as it is, in whichever order it comes. */
const deskNotes = desk(
  { who: 'desk', does: 'same step' },
  { who: 'desk', does: 'plan' },
  { who: 'desk', does: 'comment' },
  { who: 'desk', does: 'photo' },
);
const deskActs: fc.Arbitrary<DeskAct>[] = [
  ...deskNotes,
  fc.record({ who: fc.constant('desk'), does: fc.constant('step'), choice }),
  ...desk(
    { who: 'desk', does: 'cancel' },
    { who: 'desk', does: 'reassign', to: 'other' },
    { who: 'desk', does: 'reassign', to: 'tech' },
  ),
];
const outcome = fc.constantFrom<Outcome>('arrives', 'arrives', 'arrives', 'lost', 'answer lost', 'session over', 'session of another', 'unavailable', 'fails', 'fails too late');
const connection = (meanwhile: fc.Arbitrary<Meanwhile>): fc.Arbitrary<Happening> =>
  fc.record({ who: fc.constant('network'), sends: fc.array(outcome, { maxLength: 8 }), meanwhile });

const minutes = (count: number): string => new Date(Date.UTC(2026, 10, 26, 8) + count * 60_000).toISOString();

/** A device in the field and a desk with a network between them that comes and goes. */
class Story {
  readonly store = new ModelStore();
  readonly server: ModelServer;
  readonly sent = new Set<string>();
  readonly withdrawn = new Set<string>();
  #outcomes: Outcome[] = [];
  #meanwhile: Meanwhile = [];
  #minute = 0;
  #connections = 0;
  #deskNotes = 0;
  /** The API's last answer that the device has seen. */
  #seen;

  constructor() {
    this.server = new ModelServer(
      () => this.#outcomes.shift() ?? 'lost',
      () => {
        const act = this.#meanwhile.shift();
        if (act?.who === 'device') {
          this.withdraws();
        } else if (act) {
          this.deskActs(act, this.#now());
        }
      },
    );
    this.#seen = this.server.known;
  }

  get view() {
    return withOperations(this.#seen, this.store.operations, lists);
  }

  get deskNotes(): string[] {
    return Array.from({ length: this.#deskNotes }, (_, place) => `desk ${place + 1}`);
  }

  #now(): string {
    return minutes(++this.#minute);
  }

  async happens(happening: Timed): Promise<void> {
    switch (happening.who) {
      case 'device':
        this.deviceActs(happening, happening.at ?? this.#now());
        return;
      case 'desk':
        this.deskActs(happening, happening.at ?? this.#now());
        return;
      case 'network':
        await this.connects(happening.sends, happening.meanwhile);
    }
  }

  private withdraws(): void {
    const withdrawn = this.store.withdrawLast();
    if (withdrawn) {
      this.withdrawn.add(withdrawn.id);
    }
  }

  private deviceActs(happening: Extract<Happening, { who: 'device' }>, at: string): void {
    const act = { id: `act ${this.store.handedIn.length + 1}`, userId: 'tech', interventionId: 'one', at };
    switch (happening.does) {
      case 'withdraw':
        this.withdraws();
        return;
      case 'comment':
        this.store.add({ ...act, kind: 'comment', body: `device ${act.id}`, visibility: 'PUBLIC' });
        return;
      case 'photo':
      case 'signature':
        this.store.add({
          ...act,
          kind: 'attachment',
          attachment: happening.does === 'photo' ? 'PHOTO' : 'SIGNATURE',
          visibility: 'PUBLIC',
          file: new Blob(),
        });
        return;
      case 'step': {
        const { allowedTransitions } = this.view;
        const step = allowedTransitions[happening.choice % Math.max(allowedTransitions.length, 1)];
        if (step) {
          this.store.add({
            ...act,
            kind: 'step',
            to: step.to,
            ...(step.needs.includes('reason') ? { reason: `because ${act.id}` } : {}),
            ...(step.needs.includes('report') ? { report: `report ${act.id}` } : {}),
          });
        }
      }
    }
  }

  private deskActs(happening: DeskAct, at: string): void {
    const { server } = this;
    switch (happening.does) {
      case 'comment':
        server.comments.push(`desk ${++this.#deskNotes}`);
        return;
      case 'photo':
        server.pictures.push(`desk ${++this.#deskNotes}`);
        return;
      case 'plan':
        server.slot = at;
        server.version++;
        return;
      case 'reassign':
        server.technician = happening.to;
        server.version++;
        return;
      case 'cancel':
        this.tries(() => server.step('CANCELLED', at, 'desk reason'));
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

  /** Whenever there is a network whatever rests has had its rest. */
  async connects(outcomes: Outcome[], meanwhile: Meanwhile = []): Promise<void> {
    this.#outcomes = [...outcomes];
    this.#meanwhile = [...meanwhile];
    const now = Date.parse(minutes(0)) + ++this.#connections * 60_000;
    try {
      await sendAll(
        this.store,
        this.server,
        (operation, answer) => {
          this.sent.add(operation.id);
          this.#seen = answer ?? this.#seen;
          // Whoever it was given to meanwhile tells the times from then on.
          if (operation.kind === 'step' && answer && this.server.technician === 'tech') {
            expectItsTime(operation, answer);
          }
        },
        () => now,
      );
    } catch (failure) {
      // Whoever is to log in again does so before they come home.
      if (!isPassing(failure) && !isProblem(failure, 'unauthenticated') && !isProblem(failure, 'another-person')) {
        throw failure;
      }
    }
    this.#outcomes = [];
    this.#meanwhile = [];
  }

  /** The network is there at last, and the device looks. */
  async comesHome(): Promise<void> {
    await this.connects(Array<Outcome>(500).fill('arrives'));
    this.#seen = this.server.known;
  }

  async goesThrough(happenings: Timed[]): Promise<this> {
    for (const happening of happenings) {
      await this.happens(happening);
    }
    await this.comesHome();
    return this;
  }
}

/** The technician's time stands, whoever took the step first; unless the desk has the work begin after it ended. */
function expectItsTime(step: Extract<Operation, { kind: 'step' }>, answer: Intervention): void {
  if (answer.status.code === step.to && answer.status.category === 'RESOLVED' && step.at >= (answer.actualStart ?? '')) {
    expect(answer.actualEnd).toBe(step.at);
  }
  if (answer.status.code === step.to && answer.actualStart === answer.statusSince) {
    expect(answer.actualStart).toBe(step.at);
  }
}

/** All that was done is at the API once and in order, or on the device with a reason that is shown; what was withdrawn is nowhere. */
function expectNothingLost({ store, server, sent, withdrawn, deskNotes }: Story): void {
  const left = new Set(store.operations.map(({ id }) => id));
  // Nothing waits without a reason: what is left was refused, or is a step that follows one that was.
  const firstRefused = store.operations.find((operation) => operation.kind === 'step' && operation.refused);
  for (const operation of store.operations) {
    expect(operation.refused !== undefined || (operation.kind === 'step' && firstRefused !== undefined)).toBe(true);
  }
  for (const id of withdrawn) {
    expect([sent.has(id), left.has(id), server.carriedOut.has(id)]).toEqual([false, false, false]);
  }
  for (const operation of store.handedIn.filter(({ id }) => !withdrawn.has(id))) {
    expect(sent.has(operation.id)).toBe(!left.has(operation.id));
    // What is shown as refused was not carried out, nor was any step that the technician built on it.
    const failed = store.operations.find(({ id }) => id === operation.id)?.refused === 'internal-error';
    const isLater = operation.kind === 'step' && firstRefused !== undefined && (operation.seq ?? 0) > (firstRefused.seq ?? 0);
    if ((left.has(operation.id) && !failed) || isLater) {
      expect(server.carriedOut.has(operation.id)).toBe(false);
    }
    // Words of the device are either at the API or still on the device.
    if (!left.has(operation.id) && (operation.kind !== 'step' || operation.report)) {
      expect(server.carriedOut.get(operation.id)).toBe(1);
    }
  }
  expect([...server.carriedOut.values()].every((times) => times === 1)).toBe(true);
  const inOrder = (kind: Operation['kind']): string[] =>
    store.handedIn.filter((operation) => operation.kind === kind && server.carriedOut.has(operation.id)).map(({ id }) => `device ${id}`);
  expect(server.comments.filter((comment) => comment.startsWith('device'))).toEqual(inOrder('comment'));
  expect(server.pictures.filter((picture) => picture.startsWith('device'))).toEqual(inOrder('attachment'));
  expect([...server.comments, ...server.pictures].filter((note) => note.startsWith('desk')).sort()).toEqual([...deskNotes].sort());
}

/** The acts of some, each in its order, brought into one by choices; those of the first come first where there are none. */
function interleaved(lanes: Timed[][], choices: Iterator<number>): Timed[] {
  const left = lanes.map((lane) => [...lane]);
  const all: Timed[] = [];
  for (;;) {
    const chosen = choices.next();
    const lane = (chosen.done ? undefined : left[chosen.value % left.length]?.length ? left[chosen.value % left.length] : undefined) ?? left.find(({ length }) => length > 0);
    const happening = lane?.shift();
    if (!happening) {
      return all;
    }
    all.push(happening);
  }
}

const timed = (acts: Happening[], from: number): Timed[] => acts.map((act, place) => ({ ...act, at: minutes(from + place) }));

describe('what a technician did without network', () => {
  test('is carried out once or shown, never swallowed, whatever desk and network do meanwhile', async () => {
    const meanwhile = fc.array(fc.option(fc.oneof(...deskActs, withdrawal)), { maxLength: 4 });
    const device = fc.oneof(...deviceActs, ...deviceActs, ...deviceActs, withdrawal);
    const happenings = fc.array<Happening>(fc.oneof({ weight: 7, arbitrary: device }, connection(meanwhile), { weight: deskActs.length, arbitrary: fc.oneof(...deskActs) }), {
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(happenings, async (all) => {
        const story = new Story();
        for (const happening of all) {
          await story.happens(happening);
        }
        const lastAssigned = story.server.technician;
        await story.comesHome();

        expectNothingLost(story);
        expect(story.server.technician).toBe(lastAssigned);
        // Device and desk see the same.
        expect(story.view).toEqual(story.server.known);
      }),
      { numRuns: 2000 },
    );
  });

  test('ends in the same state in whichever order it meets what the desk did', async () => {
    const device = fc.array(fc.oneof(...deviceActs), { maxLength: 8 });
    const networks = fc.array(connection(fc.constant([])), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(device, fc.array(fc.oneof(...deskNotes), { maxLength: 6 }), networks, fc.infiniteStream(fc.nat(2)), async (mine, theirs, connections, order) => {
        const lanes = [timed(mine, 1), timed(theirs, 1001), connections];
        const ends = await Promise.all(
          [order, [].values()].map(async (choices) => {
            const story = await new Story().goesThrough(interleaved(lanes, choices));
            const { status, reason, report, actualStart, actualEnd, slot, comments, pictures } = story.server;
            return {
              ...{ status, reason, report, actualStart, actualEnd, slot },
              comments: [...comments].sort(),
              pictures: [...pictures].sort(),
              left: story.store.operations.length,
            };
          }),
        );
        expect(ends[0]).toEqual(ends[1]);
      }),
      { numRuns: 1000 },
    );
  });

  test('leaves standing that the desk sent somebody else or cancelled, whenever that meets it', async () => {
    const device = fc.array(fc.oneof(...deviceActs), { maxLength: 8 });
    const networks = fc.array(connection(fc.constant([])), { maxLength: 6 });
    const decision = fc.constantFrom<DeskAct>({ who: 'desk', does: 'cancel' }, { who: 'desk', does: 'reassign', to: 'other' });
    await fc.assert(
      fc.asyncProperty(
        device,
        fc.array(fc.oneof(...deskNotes), { maxLength: 4 }),
        decision,
        networks,
        fc.infiniteStream(fc.nat(2)),
        async (mine, theirs, decided, connections, order) => {
          const lanes = [timed(mine, 1), timed([...theirs, decided], 1001), connections];
          const ends = await Promise.all(
            [order, [].values()].map(async (choices) => {
              const story = await new Story().goesThrough(interleaved(lanes, choices));
              const { server, store } = story;
              expectNothingLost(story);
              expect(story.view).toEqual(server.known);
              if (decided.does === 'cancel' && !['DONE', 'UNRESOLVED', 'NEW'].includes(server.status)) {
                expect(server).toMatchObject({ status: 'CANCELLED', reason: 'desk reason' });
              }
              // Whatever the device wrote is with the desk or on its own screen.
              const noted = [...server.comments, ...server.pictures];
              const shown = store.operations.filter(({ kind }) => kind !== 'step').map(({ id }) => `device ${id}`);
              return { technician: server.technician, slot: server.slot, noted: [...noted, ...shown].length };
            }),
          );
          expect(ends[0]?.technician).toEqual(ends[1]?.technician);
          expect(ends[0]?.slot).toEqual(ends[1]?.slot);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each<[string, Outcome, string]>([
    ['whoever has to log in again', 'session over', 'unauthenticated'],
    ['its person, while somebody else is logged in', 'session of another', 'another-person'],
  ])('waits as it is for %s, and goes on then', async (_, without, code) => {
    let isLoggedIn = false;
    const store = new ModelStore();
    const server = new ModelServer(() => (isLoggedIn ? 'arrives' : without));
    const act = { userId: 'tech', interventionId: 'one', at: minutes(1) };
    store.add({ ...act, id: 'leaves', kind: 'step', to: 'EN_ROUTE' });
    store.add({ ...act, id: 'says', kind: 'comment', body: 'device says', visibility: 'PUBLIC' });
    store.add({ ...act, id: 'begins', kind: 'step', to: 'IN_PROGRESS' });
    const send = () => sendAll(store, server, () => undefined);

    for (let tries = 0; tries < 2 * MAX_FAULTS; tries++) {
      await expect(send()).rejects.toMatchObject({ code });
    }
    // Nothing was refused, and the next one was not even tried.
    expect(store.operations.map(({ id, refused, trouble, tried }) => [id, refused, trouble, tried])).toEqual([
      ['leaves', undefined, undefined, true],
      ['says', undefined, undefined, undefined],
      ['begins', undefined, undefined, undefined],
    ]);

    isLoggedIn = true;
    expect(await send()).toBeNull();
    expect(store.operations).toEqual([]);
    expect(server).toMatchObject({ status: 'IN_PROGRESS', comments: ['device says'] });
  });

  test('does not stand in the way of other interventions when the API fails on it, and is shown in the end', async () => {
    const store = new ModelStore();
    const sick = new ModelServer(() => (isHealed ? 'arrives' : 'fails'));
    const well = new ModelServer(() => 'arrives');
    let isHealed = false;
    let clock = Date.parse(minutes(0));
    const step = { kind: 'step', userId: 'tech', at: minutes(1) } as const;
    store.add({ ...step, id: 'leaves', interventionId: 'sick', to: 'EN_ROUTE' });
    store.add({ ...step, id: 'begins', interventionId: 'sick', to: 'IN_PROGRESS' });
    store.add({ kind: 'comment', id: 'says', userId: 'tech', interventionId: 'sick', at: minutes(1), body: 'device says', visibility: 'PUBLIC' });
    store.add({ ...step, id: 'elsewhere', interventionId: 'well', to: 'EN_ROUTE' });
    const of = (intervention: string) => (intervention === 'sick' ? sick : well);
    const send = () =>
      sendAll(
        store,
        {
          read: (id) => of(id).read(),
          move: (act, version) => of(act.interventionId).move(act, version),
          tellTimes: (id, version, times) => of(id).tellTimes(id, version, times),
          comment: (act) => of(act.interventionId).comment(act),
          attach: (act) => of(act.interventionId).attach(act),
        },
        () => undefined,
        () => clock,
      );

    const rests: number[] = [];
    for (let rest = await send(); rest !== null && rests.length < 100; rest = await send()) {
      // Nothing overtakes it, and coming back too early changes nothing.
      expect(store.operations.map(({ id }) => id)).toEqual(['leaves', 'begins', 'says']);
      expect(await send()).toBe(rest);
      rests.push(rest);
      clock += rest;
    }
    expect(well.status).toBe('EN_ROUTE');
    expect(rests).toHaveLength(2 * (MAX_FAULTS - 1));
    const longer = rests.slice(0, MAX_FAULTS - 1);
    expect(longer).toEqual([...longer].sort((one, other) => one - other));

    // Now it is for a person to see; what was built on it waits with it.
    expect(store.operations.map(({ id, refused }) => [id, refused])).toEqual([
      ['leaves', 'internal-error'],
      ['begins', undefined],
      ['says', 'internal-error'],
    ]);
    isHealed = true;
    for (const operation of store.operations) {
      await store.change(operation, { refused: undefined });
    }
    expect(await send()).toBeNull();
    expect(store.operations).toEqual([]);
    expect(sick).toMatchObject({ status: 'IN_PROGRESS', comments: ['device says'] });
  });
});

test('a step taken after another was refused does not wait with it', async () => {
  const store = new ModelStore();
  const server = new ModelServer(() => 'arrives');
  const step = (id: string, to: string, despite?: string[]): Operation => ({
    kind: 'step', id, userId: 'tech', interventionId: 'job', to, at: minutes(1), ...(despite ? { despite } : {}),
  });
  store.add(step('too late', 'DONE'));
  store.add(step('built on it', 'IN_PROGRESS'));
  await sendAll(store, server, () => undefined);
  expect(server.status).toBe('SCHEDULED');
  expect(store.operations.map(({ id, refused }) => [id, refused])).toEqual([
    ['too late', 'transition-not-allowed'],
    ['built on it', undefined],
  ]);

  store.add(step('anew', 'EN_ROUTE', ['too late']));
  expect(withOperations(server.known, store.operations, lists).status.code).toBe('EN_ROUTE');
  await sendAll(store, server, () => undefined);
  expect(server.status).toBe('EN_ROUTE');
  expect(store.operations.map(({ id }) => id)).toEqual(['too late', 'built on it']);
});
