import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '@/shared/i18n/language';
import type { paths } from './schema';
import { ANOTHER_PERSON, problemOf, Unreachable } from './problem';

const CSRF_COOKIE = 'XSRF-TOKEN';

/** Says for whom a page asks: the API refuses it where the session has become somebody else's. */
const PERSON = 'Accord-Person';

let person: string | null = null;

/** From now on, changes are asked for as this person. */
export function askAs(id: string): void {
  person = id;
}

/** That a request is somebody's, whoever the page is shown to. */
export function asPerson(id: string): Record<string, string> {
  return { [PERSON]: id };
}

/** What an answer says of the session: nobody is logged in any more, or somebody else is. */
export type SessionNews = 'lost' | 'anothers';

const listeners = new Set<(news: SessionNews) => void>();

/** Calls back whenever the API says so. */
export function onSessionNews(listener: (news: SessionNews) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(news: SessionNews): void {
  for (const listener of listeners) {
    listener(news);
  }
}

export function csrfToken(): string | null {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith(`${CSRF_COOKIE}=`));
  return cookie ? decodeURIComponent(cookie.slice(CSRF_COOKIE.length + 1)) : null;
}

const house: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage());
    if (request.method !== 'GET') {
      const token = csrfToken();
      if (token) {
        request.headers.set('X-XSRF-TOKEN', token);
      }
      if (person !== null && !request.headers.has(PERSON)) {
        request.headers.set(PERSON, person);
      }
    }
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) {
      return undefined;
    }
    const problem = await problemOf(response);
    if (response.status === 401) {
      tell('lost');
    } else if (problem.code === ANOTHER_PERSON) {
      tell('anothers');
    }
    throw problem;
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
