import type { DeskTexts } from './texts.fr';

const texts: DeskTexts = {
  title: 'To be dealt with',
  new: 'New intervention',
  sections: {
    overdue: 'Overdue',
    incoming: 'To be planned',
    refused: 'Refused',
    waiting: 'On hold',
    done: 'To be closed',
  },
  hints: {
    overdue: 'Nothing is overdue.',
    incoming: 'Everything is planned.',
    refused: 'Nothing was refused.',
    waiting: 'Nothing is waiting.',
    done: 'Nothing to close.',
  },
  noneOfFirst: 'None among the {{count}} most pressing ones.',
  all: 'Show all',
  allOf: 'Show all: {{section}}',
  because: 'Reason: {{reason}}',
};

export default texts;
