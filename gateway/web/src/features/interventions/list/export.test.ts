import { expect, test } from 'vitest';
import type { ListedIntervention } from '@/shared/api/types';
import { COLUMNS } from './columns';
import { csv } from './export';

const title = COLUMNS.filter((column) => column.name === 'title');
const line = (text: string): ListedIntervention => ({ title: text }) as ListedIntervention;

test('what would be taken for a formula stays text', () => {
  const file = csv(title, ['Titre'], [line('=2+3'), line('+33 4 72'), line('@nom'), line('-1')]);
  expect(file.split('\r\n').slice(1, 5)).toEqual(["'=2+3", "'+33 4 72", "'@nom", "'-1"]);
});

test('separators, quotes and line ends stay inside their cell', () => {
  expect(csv(title, ['Titre'], [line('a;b "c"\nd')])).toBe('\uFEFFTitre\r\n"a;b ""c""\nd"\r\n');
});
