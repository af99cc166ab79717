import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lookLikeABrowser } from '@/shared/testing/browser';
import { Dialog } from './dialog';

beforeEach(lookLikeABrowser);

afterEach(cleanup);

/** A report, and a signature that is opened from it. */
function Report(): ReactNode {
  const [isOpen, setOpen] = useState(true);
  const [isSigning, setSigning] = useState(false);
  return isOpen ? (
    <Dialog opened onClose={() => setOpen(false)} title="Compte rendu">
      <button type="button" onClick={() => setSigning(true)}>
        Signer
      </button>
      {isSigning ? (
        <Dialog opened onClose={() => setSigning(false)} title="Signature">
          <button type="button">Valider</button>
        </Dialog>
      ) : null}
    </Dialog>
  ) : null;
}

async function signing(): Promise<HTMLElement> {
  render(
    // Portals are left out in its test environment, and here it matters what is in which.
    <MantineProvider>
      <Report />
    </MantineProvider>,
  );
  const sign = await screen.findByText('Signer');
  fireEvent.click(sign);
  await screen.findByText('Valider');
  await expectOpen('Compte rendu', 'Signature');
  return sign;
}

async function expectOpen(...texts: string[]): Promise<void> {
  await vi.waitFor(() => {
    const open = screen.queryAllByRole('dialog', { hidden: true }).map(({ textContent }) => textContent);
    expect(open).toHaveLength(texts.length);
    texts.forEach((text, at) => expect(open[at]).toContain(text));
  }, { timeout: 5000 });
}

test('Escape closes the dialog on top, wherever the focus still is', async () => {
  const below = await signing();
  fireEvent.keyDown(below, { key: 'Escape' });
  await expectOpen('Compte rendu');
});

test('one Escape closes one dialog, the next one the next', async () => {
  await signing();
  fireEvent.keyDown(screen.getByText('Valider'), { key: 'Escape' });
  await expectOpen('Compte rendu');
  fireEvent.keyDown(screen.getByText('Signer'), { key: 'Escape' });
  await expectOpen();
});

test('where nothing has the focus any longer, Escape closes the one on top', async () => {
  await signing();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  await expectOpen('Compte rendu');
});
