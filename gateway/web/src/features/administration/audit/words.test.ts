import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import english from '../texts.en';
import french from '../texts.fr';

const EVENTS = path.resolve(process.cwd(), '../../docs/events');

describe('the journal', () => {
  it.each([
    ['French', french],
    ['English', english],
  ])('has words in %s for every event that is published', (_, texts) => {
    const published = readdirSync(EVENTS)
      .filter((file) => /\.v\d+\.json$/.test(file))
      .map((file) => file.replace(/\.v\d+\.json$/, ''));
    expect(published.length).toBeGreaterThan(20);
    expect(Object.keys(texts.audit.types).sort()).toEqual([...new Set(published)].sort());
  });
});
