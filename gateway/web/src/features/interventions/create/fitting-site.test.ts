import { describe, expect, test } from 'vitest';
import type { Client, Site } from '@/shared/api/types';
import { fittingSite, wordsOfSite } from './fitting-site';

const SCHOOLS = { name: 'Écoles de Lyon', code: 'CLI-00007', phone: '04 72 00 00 00' } as Client;

function site(id: string, addressLine: string, city: string): Site {
  return { id, name: `Groupe scolaire ${id}`, addressLine, postalCode: '69003', city } as Site;
}

const SITES = [
  site('Ferry', '12 rue des Lilas', 'Villeurbanne'),
  site('Pasteur', '3 avenue Félix-Faure', 'Lyon'),
  site('Zola', '8 rue des Lilas', 'Bron'),
];

const found = (searched: string): string | undefined => fittingSite(SITES, wordsOfSite(searched, SCHOOLS))?.id;

describe('the site of a client that was found', () => {
  test('by its address is that one, whatever its accents and case', () => {
    expect(found('felix faure')).toBe('Pasteur');
    expect(found('LILAS bron')).toBe('Zola');
  });

  test('by the client’s name and the city together is the one in that city', () => {
    expect(found('ecoles villeurb')).toBe('Ferry');
  });

  test('by an address that several share is left open', () => {
    expect(found('rue des lilas')).toBeUndefined();
  });

  test('by the client’s own name, code or number is left open', () => {
    expect(found('lyon')).toBeUndefined();
    expect(found('cli-00007')).toBeUndefined();
    expect(found('04 72')).toBeUndefined();
    expect(found('')).toBeUndefined();
  });
});
