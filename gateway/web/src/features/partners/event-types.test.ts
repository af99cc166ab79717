import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import english from './texts.en';
import french from './texts.fr';

const EVENTS = path.resolve(process.cwd(), '../../docs/events/partner');
/** They come to every partner whom they concern: nobody chooses them. */
const ALWAYS = ['stream.opened', 'webhook.test'];

describe('what a partner may be told of', () => {
  it.each([
    ['French', french],
    ['English', english],
  ])('can all be chosen, in %s', (_, texts) => {
    const published = readdirSync(EVENTS)
      .filter((file) => /\.v\d+\.json$/.test(file))
      .map((file) => file.replace(/\.v\d+\.json$/, ''))
      .filter((type) => !ALWAYS.includes(type));
    expect(published.length).toBeGreaterThan(10);
    expect(Object.keys(texts.eventTypes).sort()).toEqual([...new Set(published)].sort());
  });
});
