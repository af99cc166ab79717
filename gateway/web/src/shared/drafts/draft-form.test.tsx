import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keys } from '@/shared/api/keys';
import { removeDraft, storedDraft } from './database';
import { useDraftForm } from './draft-form';

const SITE = { name: 'Siège', city: 'Lyon' };

/** Opens the form, with the site as the server has it. */
function open(site = SITE, user = 'somebody') {
  const queries = new QueryClient();
  queries.setQueryData(keys.me, { id: user });
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
  return renderHook(() => useDraftForm('site', { initialValues: site }), { wrapper });
}

const kept = () => storedDraft('somebody site') as Promise<{ changes: object } | undefined>;

/** Types it and closes the form, by whatever way. */
async function typeAndLeave(values: Partial<typeof SITE>): Promise<string> {
  const { result, unmount } = open();
  act(() => result.current.setValues(values));
  await waitFor(async () => expect((await kept())?.changes).toEqual(values));
  unmount();
  return result.current.draft.key;
}

describe('what is written in a form', () => {
  beforeEach(() => removeDraft('somebody site'));
  afterEach(cleanup);

  test('is there when the form is opened again, and says so', async () => {
    const key = await typeAndLeave({ name: 'Agence' });
    const { result } = open();
    await waitFor(() => expect(result.current.values).toEqual({ name: 'Agence', city: 'Lyon' }));
    expect(result.current.draft).toMatchObject({ restored: true, key });
  });

  test('comes on top of what somebody else did meanwhile', async () => {
    await typeAndLeave({ name: 'Agence' });
    const { result } = open({ name: 'Siège', city: 'Paris' });
    await waitFor(() => expect(result.current.values).toEqual({ name: 'Agence', city: 'Paris' }));
  });

  test('is not replaced by what was written before, nor replaces it, when somebody is quicker than the device', async () => {
    await typeAndLeave({ name: 'Agence' });
    const { result } = open();
    act(() => result.current.setFieldValue('city', 'Paris'));
    await waitFor(() => expect(result.current.values).toEqual({ name: 'Agence', city: 'Paris' }));
    await waitFor(async () => expect((await kept())?.changes).toEqual({ name: 'Agence', city: 'Paris' }));
  });

  test('is nobody else’s to find', async () => {
    await typeAndLeave({ name: 'Agence' });
    const { result } = open(SITE, 'somebody else');
    act(() => result.current.setFieldValue('city', 'Paris'));
    await waitFor(async () => expect(await storedDraft('somebody else site')).toBeDefined());
    expect(result.current.values).toEqual({ name: 'Siège', city: 'Paris' });
    await removeDraft('somebody else site');
  });

  test('is kept no longer once the server has it, and what comes next has a key of its own', async () => {
    const first = await typeAndLeave({ name: 'Agence' });
    const { result } = open();
    await waitFor(() => expect(result.current.draft.restored).toBe(true));
    act(() => result.current.draft.accepted());
    expect(result.current.values.name).toBe('Agence');
    expect(result.current.draft.restored).toBe(false);
    expect(result.current.draft.key).not.toBe(first);
    await waitFor(async () => expect(await kept()).toBeUndefined());
  });

  test('is taken back by whoever starts afresh', async () => {
    await typeAndLeave({ name: 'Agence' });
    const { result } = open();
    await waitFor(() => expect(result.current.draft.restored).toBe(true));
    act(() => result.current.draft.startAgain());
    expect(result.current.values).toEqual(SITE);
    await waitFor(async () => expect(await kept()).toBeUndefined());
  });

  test('is kept no longer when it is as it was', async () => {
    await typeAndLeave({ name: 'Agence' });
    const { result } = open();
    await waitFor(() => expect(result.current.draft.restored).toBe(true));
    act(() => result.current.setFieldValue('name', 'Siège'));
    await waitFor(async () => expect(await kept()).toBeUndefined());
  });
});
