import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { defineConfig } from '@playwright/test';

/** The machine's own Chromium: the first that is there. */
function chromium(): string {
  const named = process.env['ACCORD_CHROMIUM'];
  const places = (process.env['PATH'] ?? '').split(path.delimiter);
  const found = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .flatMap((name) => places.map((place) => path.join(place, name)))
    .find((file) => existsSync(file));
  const executable = named ?? found;
  if (!executable) {
    throw new Error('No Chromium on this machine: install it, or name one in ACCORD_CHROMIUM.');
  }
  return executable;
}

/** Against a suite that runs with its demo data at ACCORD_URL, as `./accord up` starts it. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: process.env['ACCORD_E2E_OUTPUT'] ?? 'test-results',
  // One machine runs the whole suite beside the browser.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  // The pictures first, of a demo that nobody has worked with.
  projects: [
    { name: 'pictures', testMatch: 'pictures.spec.ts' },
    { name: 'work', testIgnore: 'pictures.spec.ts' },
  ],
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env['ACCORD_URL'] ?? 'http://localhost:8080',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium(),
      args: [
        ...['--no-sandbox', '--disable-gpu', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ],
    },
  },
});
