import type { Client, Site } from '@/shared/api/types';
import { words } from './words';

function begins(all: string[], word: string): boolean {
  return all.some((each) => each.startsWith(word));
}

/** The words by which a client was found that are none of its own: those of a site. */
export function wordsOfSite(searched: string, { name, code, contactName, phone }: Client): string {
  const own = words([name, code, contactName, phone].filter(Boolean).join(' '));
  return words(searched)
    .filter((word) => !begins(own, word))
    .join(' ');
}

/** The only site that these words speak of, if there is just one. */
export function fittingSite(sites: Site[], searched: string): Site | undefined {
  const asked = words(searched);
  const fitting = sites.filter(({ name, addressLine, postalCode, city, contactName }) => {
    const own = words([name, addressLine, postalCode, city, contactName].filter(Boolean).join(' '));
    return asked.every((word) => begins(own, word));
  });
  return asked.length > 0 && fitting.length === 1 ? fitting[0] : undefined;
}
