import { renderHook } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import french from '@/shared/i18n/common.fr';
import { emailAddress, optionally, phoneNumber, postalCode, said } from './rules';
import { useRules } from './validation';

const rules = z.object({ name: said(5), email: optionally(emailAddress), phone: optionally(phoneNumber), postalCode });
const GOOD = { name: 'Anne', email: '', phone: '', postalCode: '69003' };

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'fr', defaultNS: 'common', ns: ['common'], resources: { fr: { common: french } } });
});

function told(values: object): Record<string, string> {
  return renderHook(() => useRules()).result.current(rules)(values);
}

test('what is possible is left alone, and what may be empty may be empty', () => {
  expect(told(GOOD)).toEqual({});
  expect(told({ ...GOOD, email: 'anne@exemple.fr', phone: '+33 (0)4 72 00 00 00' })).toEqual({});
});

test('what is missing is told from what cannot be, each at its field', () => {
  expect(told({ name: ' ', email: 'anne', phone: 'dix', postalCode: '6900' })).toEqual({
    name: french.refused.missing,
    email: french.refused.email,
    phone: french.refused.phone,
    postalCode: french.refused.postalCode,
  });
  expect(told({ ...GOOD, name: 'Anne-Marie' })).toEqual({ name: french.refused.name });
});

test('a field within another is told by the way to it, and one of several as all of them', () => {
  const visit = z.object({ site: z.object({ city: said(100), accessNotes: z.string().max(3) }), skills: z.array(said(3)) });
  const wrong = { site: { city: ' ', accessNotes: 'au fond' }, skills: ['gaz', 'chaud'] };
  expect(renderHook(() => useRules()).result.current(visit)(wrong)).toEqual({
    'site.city': french.refused.missing,
    'site.accessNotes': french.refused.any,
    skills: french.refused.any,
  });
});
