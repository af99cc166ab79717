import { expect, test } from 'vitest';
import type { Category, Status } from '@/shared/api/types';
import { STAGES, stageWord } from './stages';

function status(category: Category, position: number, label: string, active = true): Status {
  return { code: label, label, category, position, active, clock: 'RUN', color: '#000000', version: 1 };
}

const STATUSES = [
  status('RESOLVED', 80, 'À reprogrammer'),
  status('OPEN', 10, 'Demande enregistrée'),
  status('PLANNED', 20, 'Intervenant désigné'),
  status('PLANNED', 30, 'Rendez-vous fixé'),
  status('ACTIVE', 40, 'Intervenant en route'),
  status('ACTIVE', 50, 'Intervention en cours'),
  status('RESOLVED', 70, 'Terminée, à valider'),
  status('CLOSED', 90, 'Clôturée'),
];

test('the stages are called by the client’s words of their statuses', () => {
  expect(STAGES.map((stage) => stageWord(stage, STATUSES))).toEqual([
    'Demande enregistrée',
    'Rendez-vous fixé',
    'Intervention en cours',
    'Terminée, à valider',
    'Clôturée',
  ]);
});

test('a retired status gives its stage no name', () => {
  const retired = STATUSES.map((each) => (each.label === 'Rendez-vous fixé' ? { ...each, active: false } : each));
  expect(stageWord('PLANNED', retired)).toBe('Intervenant désigné');
});
