interface Act {
  /** Order on this device; given when it is stored. */
  seq?: number;
  /** Also the key under which the API carries it out once. */
  id: string;
  userId: string;
  interventionId: string;
  /** What the intervention is called, for where it is not read. */
  of?: { reference: string; title: string };
  /** When it really happened, as this device's clock tells. */
  at: string;
  /** It has left the device, as far as the device knows: it may have arrived. */
  tried?: boolean;
  /** Why the API does not take it: the last part of the problem's type. It waits for a person then. */
  refused?: string;
  /** Where the API failed on it: it is tried again after a pause. */
  trouble?: Trouble;
}

export interface Trouble {
  tries: number;
  /** When it was last tried, and for how long it rests from then on, in milliseconds. */
  at: number;
  rest: number;
}

export interface StepAct extends Act {
  kind: 'step';
  to: string;
  reason?: string;
  report?: string;
  /** The refused steps that were known when it was taken: it does not build on them. */
  despite?: string[];
  /** The version it was sent with, while it is not known whether it arrived. */
  sentVersion?: number;
}

export interface CommentAct extends Act {
  kind: 'comment';
  body: string;
  visibility: 'PUBLIC' | 'INTERNAL';
}

export interface AttachmentAct extends Act {
  kind: 'attachment';
  attachment: 'PHOTO' | 'SIGNATURE';
  visibility: 'PUBLIC' | 'INTERNAL';
  file: Blob;
  signer?: string;
}

/** What becomes of an operation while it waits. */
export interface OperationChanges {
  refused?: string | undefined;
  trouble?: Trouble | undefined;
  sentVersion?: number | undefined;
}

/** Something somebody did, kept on the device from the moment they did it until the API has it. */
export type Operation = StepAct | CommentAct | AttachmentAct;

/** Whether it was taken before one of these was refused, and so builds on it. */
export function isBuiltOn(step: StepAct, refused: string[]): boolean {
  return refused.some((id) => !step.despite?.includes(id));
}

/** Whether it can still be taken back: nobody else knows of it, and no later step was built on it. */
export function canBeWithdrawn(operation: Operation, all: Operation[]): boolean {
  const hasFollowers =
    operation.kind === 'step' &&
    all.some(
      ({ kind, interventionId, seq = 0 }) => kind === 'step' && interventionId === operation.interventionId && seq > (operation.seq ?? 0),
    );
  return !operation.tried && !hasFollowers;
}
