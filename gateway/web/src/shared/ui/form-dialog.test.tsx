import { TextInput } from '@mantine/core';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { show } from '@/shared/testing/show';
import { FormDialog } from './form-dialog';

afterEach(cleanup);

const user = userEvent.setup({ delay: null });

function Title({ pending }: { pending: boolean }) {
  const [title, setTitle] = useState('Fuite');
  return (
    <FormDialog title="Modifier la fiche" error={null} pending={pending} onSubmit={() => undefined} onClose={() => undefined}>
      <TextInput label="Titre" value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
    </FormDialog>
  );
}

test.each([
  ['goes on', false, 'Fuite au sous-sol'],
  ['waits while what is written is on its way', true, 'Fuite'],
])('whoever writes %s', async (_, pending, expected) => {
  await show(<Title pending={pending} />);
  const title = await screen.findByLabelText<HTMLInputElement>('Titre');
  await user.type(title, ' au sous-sol');
  expect(title.value).toBe(expected);
});
