import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { keys } from '@/shared/api/keys';
import type { Me } from '@/shared/api/types';
import { startTexts } from '@/shared/i18n';
import common from '@/shared/i18n/common.fr';
import { lookLikeABrowser } from './browser';

/** All of them at once: a screen that waits for its texts shows nothing yet. */
const texts = {
  ...import.meta.glob<object>('../*/texts.fr.ts', { import: 'default', eager: true }),
  ...import.meta.glob<object>('../../features/*/texts.fr.ts', { import: 'default', eager: true }),
};
const resources = Object.entries(texts).map(([place, words]): [string, object] => [place.split('/').at(-2) ?? '', words]);

export const TECHNICIAN = { id: 'tech', displayName: 'Karim Benali', role: 'TECHNICIAN' } as Me;

/** One that asks once, and knows who is here. */
export function queriesOf(me: Me = TECHNICIAN): QueryClient {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } });
  queries.setQueryData(keys.me, me);
  return queries;
}

/** Shows a piece of the application, in French. */
export async function show(shown: ReactNode, queries: QueryClient = queriesOf()): Promise<RenderResult> {
  lookLikeABrowser();
  await startTexts(() => Promise.resolve(common));
  resources.forEach(([part, words]) => i18next.addResourceBundle('fr', part, words));
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>{shown}</QueryClientProvider>
    </MantineProvider>,
  );
}
