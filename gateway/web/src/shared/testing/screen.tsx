import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';
import { vi } from 'vitest';
import { newQueryClient } from '@/shared/api/queries';
import french from '@/shared/i18n/common.fr';

/** Draws a part of a screen in French, with these texts beside those that all share. */
export async function show(part: ReactNode, texts: Record<string, object> = {}): Promise<void> {
  lookLikeABrowser();
  await i18next.use(initReactI18next).init({ lng: 'fr', defaultNS: 'common', resources: { fr: { common: french, ...texts } } });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={newQueryClient()}>{part}</QueryClientProvider>
    </MantineProvider>,
  );
}

/** What the library looks at and jsdom lacks. */
function lookLikeABrowser(): void {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  vi.stubGlobal('ResizeObserver', class { observe = vi.fn(); unobserve = vi.fn(); disconnect = vi.fn(); });
  Element.prototype.scrollIntoView = vi.fn();
  Object.assign(document, { fonts: { addEventListener: vi.fn(), removeEventListener: vi.fn() } });
}
