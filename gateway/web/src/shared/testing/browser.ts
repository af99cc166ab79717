import { vi } from 'vitest';

/** What the library looks at and jsdom lacks. */
export function lookLikeABrowser(): void {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  // A test may have brought one of its own, whose size it changes.
  if (!('ResizeObserver' in globalThis)) {
    vi.stubGlobal('ResizeObserver', class { observe = vi.fn(); unobserve = vi.fn(); disconnect = vi.fn(); });
  }
  Element.prototype.scrollIntoView = vi.fn();
  Object.assign(document, { fonts: new EventTarget() });
}
