import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import { Problem } from '@/shared/api/problem';
import { show } from '@/shared/testing/show';
import { saveFile } from './save-file';
import { useFileLink } from './use-file-link';

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { GET: vi.fn() } as never }));
vi.mock('./save-file', () => ({ saveFile: vi.fn() }));

const paper = new Blob(['%PDF-'], { type: 'application/pdf' });

beforeEach(() => {
  const headers = { 'Content-Disposition': 'inline; filename="INT-2026-00012.pdf"' };
  vi.mocked(api.GET).mockReset().mockResolvedValue({ data: paper, response: new Response(null, { headers }) } as never);
});

afterEach(cleanup);

function Report(): ReactNode {
  const { link, failure } = useFileLink('one', 'report.pdf');
  return (
    <>
      <a {...link}>Bon d’intervention</a>
      {failure}
    </>
  );
}

test('a paper that is refused is told on the page, and saved at another try under the name that the API gives it', async () => {
  vi.mocked(api.GET).mockRejectedValueOnce(new Problem({ type: 'urn:accord:problem:no-report-yet', title: '', status: 409 }));
  await show(<Report />);
  expect(fireEvent.click(screen.getByText('Bon d’intervention')), 'whether the page is left').toBe(false);
  await screen.findByRole('alert');
  fireEvent.click(screen.getByText('Réessayer'));
  await waitFor(() => expect(saveFile).toHaveBeenCalledWith('INT-2026-00012.pdf', paper));
  expect(screen.queryByRole('alert')).toBeNull();
});
