import type { AttachmentTexts } from './texts.fr';

const texts: AttachmentTexts = {
  photo: 'Photo',
  signedBy: 'Signature of {{name}}',
  enlarge: '{{title}}: enlarge',
  takenAt: 'Taken on {{when}}',
  download: 'Download',
};

export default texts;
