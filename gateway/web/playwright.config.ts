import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { defineConfig } from '@playwright/test';

/** The machine's own Chromium: the first that is there. The shell draws no window, which is a sixth of the work. */
function chromium(): string {
  const named = process.env['ACCORD_CHROMIUM'];
  const places = (process.env['PATH'] ?? '').split(path.delimiter);
  const found = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .flatMap((name) => places.map((place) => path.join(place, name)))
    .find((file) => existsSync(file));
  const executable = named ?? found;
  if (!executable) {
    throw new Error('No Chromium on this machine: install it, or name one in ACCORD_CHROMIUM.');
  }
  return executable;
}

/** What needs a demo that nobody has worked with, or is the faster for it: other tests leave technicians on the board. */
const UNTOUCHED = ['demo.spec.ts', 'pictures.spec.ts', 'screens.spec.ts', 'states.spec.ts'];

/** Where one is asked for: who runs the tests reads there how each of them ended. */
const report = process.env['ACCORD_E2E_REPORT'];

/** Against a suite that runs with its demo data at ACCORD_URL, as `./accord up` starts it. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: process.env['ACCORD_E2E_OUTPUT'] ?? 'test-results',
  // One machine runs the whole suite beside the browser.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  projects: [
    { name: 'demo', testMatch: UNTOUCHED },
    { name: 'work', testIgnore: UNTOUCHED },
  ],
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
  use: {
    baseURL: process.env['ACCORD_URL'] ?? 'http://localhost:8080',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    // A trace films every screen, which costs as much as all the rest: `--trace retain-on-failure` asks for one.
    trace: 'off',
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
