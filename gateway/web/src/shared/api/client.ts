import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '@/shared/i18n/language';
import type { paths } from './schema';
import { problemOf, Unreachable } from './problem';

const CSRF_COOKIE = 'XSRF-TOKEN';

const listeners = new Set<() => void>();

/** Calls back whenever the API says that nobody is logged in any more. */
export function onSessionLost(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function csrfToken(): string | null {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith(`${CSRF_COOKIE}=`));
  return cookie ? decodeURIComponent(cookie.slice(CSRF_COOKIE.length + 1)) : null;
}

const house: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage());
    const token = csrfToken();
    if (request.method !== 'GET' && token) {
      request.headers.set('X-XSRF-TOKEN', token);
    }
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) {
      return undefined;
    }
    if (response.status === 401) {
      for (const listener of listeners) {
        listener();
      }
    }
    throw await problemOf(response);
  },
  onError({ request, error }) {
    // Whoever took a request back knows that they did.
    return request.signal.aborted ? undefined : new Unreachable(String(error));
  },
};

/** How long an answer may take, in milliseconds. */
const PATIENCE = 15_000;

/** The slowest network with which it makes sense to go on, in bytes in a millisecond. */
const SLOWEST = 10;

/** How long an answer may take to what has this many bytes. */
export function patienceFor(bytes: number): number {
  return PATIENCE + bytes / SLOWEST;
}

/** Asks, and has the whole answer in that time or fails: a server that says nothing any more is as good as none. */
export function within(patience: number): (request: Request) => Promise<Response> {
  return async (request) => {
    const answer = await fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(patience)]) });
    const body = await answer.arrayBuffer();
    return new Response(body.byteLength > 0 ? body : null, answer);
  };
}

/** The suite's API. Whatever is not a success is thrown: a `Problem`, or `Unreachable`. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin', fetch: within(PATIENCE) });
api.use(house);

/** What came back, which is there, because everything else was thrown. */
export function data<T>(result: { data?: T; response: Response }): T {
  return result.data as T;
}

/** The version in an answer's ETag, as `If-Match` takes it. */
export function etag(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/** A key under which a request is carried out once, however often it is sent. */
export function newKey(): string {
  return crypto.randomUUID();
}
