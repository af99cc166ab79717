import { useQuery } from '@tanstack/react-query';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Problem } from '@/shared/api/problem';
import { show } from '@/shared/testing/show';
import { Coming } from './coming';

afterEach(cleanup);

const read = vi.fn<() => Promise<string[]>>();

function Technicians(): ReactNode {
  const technicians = useQuery({ queryKey: ['technicians'], queryFn: read });
  return (
    <>
      {technicians.data?.join(', ')}
      <Coming reads={[technicians]} />
    </>
  );
}

test('a field that cannot be filled says so, and is filled at another try', async () => {
  read.mockRejectedValueOnce(new Problem({ type: 'urn:accord:problem:internal-error', title: '', status: 500 })).mockResolvedValue(['Paul']);
  await show(<Technicians />);
  expect(screen.getByRole('status').textContent).toBe('Chargement…');
  await screen.findByRole('alert');
  fireEvent.click(screen.getByText('Réessayer'));
  await screen.findByText('Paul');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});
