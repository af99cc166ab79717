import { expect, test } from 'vitest';
import { askedSkill } from './skilled';

test.each([
  ['Chaudière qui se met en sécurité', ['Plomberie', 'Chaudière gaz'], 'Chaudière gaz'],
  ['POMPE A CHALEUR en défaut', ['Réseau de chaleur', 'Pompe à chaleur'], 'Pompe à chaleur'],
  ['Chauffe-eau électrique qui disjoncte', ['Électricité', 'Ramonage'], 'Électricité'],
  ['Climatiseur en panne', ['Sanitaire', 'Climatisation'], 'Climatisation'],
  ['Les plombs ont sauté', ['Plomberie'], undefined],
  ['Odeur de gaz', ['Chaudière gaz'], 'Chaudière gaz'],
  ['Bruit dans les tuyaux', ['Plomberie', 'Régulation et GTB'], undefined],
  ['', ['Plomberie'], undefined],
  ['Plus rien ne marche', [], undefined],
])('« %s » asks of %j for %s', (said, skills, expected) => {
  expect(askedSkill(skills, said)?.skill).toBe(expected);
});
