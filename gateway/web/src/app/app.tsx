import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { readable, theme } from '@/shared/ui/theme';
import { Loading } from '@/shared/ui/notices';
import { Afterwards } from './afterwards';
import type { newRouter } from './router';
import { SessionGate } from './session-gate';

const Messages = lazy(() => import('./messages'));

/** The policy lets in only styles that carry the page's own nonce. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
}

export function App({ queries, router }: { queries: QueryClient; router: ReturnType<typeof newRouter> }): ReactNode {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={readable} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <Afterwards>
        <Messages />
      </Afterwards>
      <QueryClientProvider client={queries}>
        <Suspense fallback={<Loading />}>
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  );
}
