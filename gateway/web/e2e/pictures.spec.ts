import path from 'node:path';
import process from 'node:process';
import { type Browser, expect, test } from '@playwright/test';
import { settled } from './support/clean';
import { PHONE, someone } from './support/people';

/** Pictures for the documentation, written where ACCORD_PICTURES says. */
test('the home screens', async ({ browser }) => {
  const folder = process.env['ACCORD_PICTURES'] ?? test.info().outputPath('pictures');
  await picture(browser, 'standardiste1', '/', path.join(folder, 'desk.png'));
  await picture(browser, 'standardiste1', '/planning', path.join(folder, 'planning.png'));
  await picture(browser, 'intervenant1', '/', path.join(folder, 'field.png'), PHONE);
  await picture(browser, 'client01', '/', path.join(folder, 'follow.png'), PHONE);
  await picture(browser, 'admin', '/', path.join(folder, 'dashboard.png'));
  await picture(browser, 'admin', '/administration/workflow', path.join(folder, 'workflow.png'));
});

async function picture(browser: Browser, username: string, address: string, file: string, options = {}): Promise<void> {
  const page = await someone(browser, username, options);
  await page.goto(address);
  await settled(page);
  await expect(page.getByRole('img', { name: 'Mises à jour en direct' })).toBeVisible();
  await page.screenshot({ path: file, animations: 'disabled' });
  await page.context().close();
}
