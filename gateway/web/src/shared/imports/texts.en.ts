import type { ImportTexts } from './texts.fr';

const texts: ImportTexts = {
  open: 'Import (CSV)',
  titles: { clients: 'Import clients and their sites', technicians: 'Import technicians' },
  columns: {
    clients: 'One site per line: name; contact; phone; email; site; address; postal code; city; access.',
    technicians: 'One technician per line: username; email; name; phone; skills.',
  },
  hint: 'Nothing is written while the table holds a mistake. What is there already is left as it is.',
  template: 'Download a template',
  file: 'CSV file',
  fileHint: 'UTF-8, at most 5,000 lines and 2 MB.',
  checking: 'Checking…',
  good_one: '{{count}} line to import.',
  good_other: '{{count}} lines to import.',
  nothing: 'Everything in this table is there already.',
  known: 'Known already, left as they are: {{count}}.',
  wrong_one: '{{count}} line has to be corrected; nothing was written.',
  wrong_other: '{{count}} lines have to be corrected; nothing was written.',
  errors: 'Mistakes by line',
  line: 'Line',
  column: 'Column',
  detail: 'What is wrong',
  do: 'Import',
  done: 'The import is done.',
};

export default texts;
