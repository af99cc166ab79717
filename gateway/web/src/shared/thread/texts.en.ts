import type { ThreadTexts } from './texts.fr';

const texts: ThreadTexts = {
  title: 'Thread of the intervention',
  write: 'Write a comment',
  public: 'Public: the client will read it',
  internal: 'Internal: the client will not see it',
  publicShort: 'Public',
  internalShort: 'Internal',
  visibility: 'Who reads it',
  clientHint: 'Your exchange with AccordÉnergie',
  sendPublic: 'Send to the client',
  sendInternal: 'Note internally',
  send: 'Send',
  removed: 'Comment removed',
  attachmentRemoved: 'Attachment removed',
  edited: 'edited',
  written: 'written {{when}}',
  sent: 'sent {{when}}',
  change: 'Edit',
  remove: 'Remove',
  from: 'from “{{from}}” to “{{to}}”',
  became: 'Went from “{{from}}” to “{{to}}”',
  because: 'Reason: {{reason}}',
  unknown: 'Somebody',
  you: 'You',
  empty: 'Nothing was said yet.',
  older: 'Show what was said before',
};

export default texts;
