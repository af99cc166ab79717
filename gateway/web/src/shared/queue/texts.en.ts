import type { QueueTexts } from './texts.fr';

const texts: QueueTexts = {
  acts: {
    step: '“{{label}}”',
    public: 'Public comment',
    internal: 'Internal comment',
    signature: 'Signature',
    photo: 'Photo',
  },
  toSend: 'Kept on this device, sent as soon as possible.',
  toSendAgain: 'The server could not take it. Kept on this device, tried again in a moment.',
  keepAsComment: 'Keep as an internal comment',
  savePicture: 'Save the picture',
  giveUp: 'Give up',
  giveUpSurely: 'Delete for good',
  withdraw: 'Do not send',
  withdrawSurely: 'Delete without sending',
  allSent: 'Everything is sent.',
  waitingCount_one: '{{count}} action waits to be sent.',
  waitingCount_other: '{{count}} actions wait to be sent.',
  refusedCount_one: '{{count}} action was refused. See what can be done.',
  refusedCount_other: '{{count}} actions were refused. See what can be done.',
  open: 'Open the intervention',
  openThis: '{{reference}} · {{title}}',
};

export default texts;
