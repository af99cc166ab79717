import { expect, test } from 'vitest';
import { differences } from './differences';

const partner = { name: 'Chauffage du Rhône', contactEmail: 'it@rhone.example', clientIds: ['a', 'b'], eventTypes: [] as string[] };

test('nothing is sent of what stays as it is', () => {
  expect(differences({ ...partner, clientIds: ['b', 'a'] }, partner)).toEqual({});
});

test('a list is sent as a whole', () => {
  expect(differences({ ...partner, clientIds: ['a', 'b', 'c'] }, partner)).toEqual({ clientIds: ['a', 'b', 'c'] });
  expect(differences({ ...partner, clientIds: [] }, partner)).toEqual({ clientIds: [] });
});

test('what was emptied is taken away', () => {
  expect(differences({ ...partner, contactEmail: ' ' }, partner)).toEqual({ contactEmail: null });
});
