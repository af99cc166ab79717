interface Act {
  /** Order on this device; given when it is stored. */
  seq?: number;
  /** Also the key under which the API carries it out once. */
  id: string;
  userId: string;
  interventionId: string;
  /** When it really happened, as this device's clock tells. */
  at: string;
  /** Why the API does not take it: the last part of the problem's type. It waits for a person then. */
  refused?: string;
}

export interface StepAct extends Act {
  kind: 'step';
  to: string;
  /** The category of the status that it left, as the device knew it. */
  fromCategory: string;
  reason?: string;
  report?: string;
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

/** Something a technician did, kept on the device from the moment they did it until the API has it. */
export type Operation = StepAct | CommentAct | AttachmentAct;
