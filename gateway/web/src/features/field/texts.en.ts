import type { FieldTexts } from './texts.fr';

const texts: FieldTexts = {
  title: 'My interventions',
  nothing: 'Nothing planned. New interventions will appear here.',
  days: {
    underWay: 'Under way',
    today: 'Today',
    tomorrow: 'Tomorrow',
    undated: 'No appointment',
    paused: 'On hold',
  },
  because: 'Reason: {{reason}}',
  worked: 'Done: {{start}} – {{end}}',
  place: 'Place and contact',
  access: 'Access:',
  steps: 'Possible steps',
  report: 'Report',
  reportHint: 'What was found and done. The client will read it.',
  reason: 'Reason',
  signature: 'Client’s signature',
  signedBy: 'Signed by {{name}} ({{when}})',
  signHint: 'The client confirms the visit and the work described.',
  signHere: 'Sign here, with a finger',
  signer: 'Name of the signatory',
  signAgain: 'Start again',
  signDone: 'Done',
  photosPublic: 'The client will see photos taken here.',
  photosTaken_one: '{{count}} photo added; the client will see it.',
  photosTaken_other: '{{count}} photos added; the client will see them.',
  pastNone: 'No finished intervention.',
  past: 'Past interventions',
};

export default texts;
