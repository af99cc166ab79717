import type { LiveEvent } from '@/shared/api/types';

const ADDRESS = '/api/v1/events';

const TYPES = [
  ...['created', 'updated', 'assigned', 'scheduled', 'status-changed', 'handed-over', 'gone'].map((verb) => `intervention.${verb}`),
  ...['added', 'edited', 'removed'].map((verb) => `comment.${verb}`),
  ...['added', 'removed'].map((verb) => `attachment.${verb}`),
  ...['created', 'updated', 'deactivated', 'erased'].map((verb) => `user.${verb}`),
  ...['created', 'updated', 'retired'].flatMap((verb) => [`client.${verb}`, `site.${verb}`]),
  'list.changed',
];

const REOPEN_AFTER = 5_000;

/** What is heard of the server. */
export type Heard =
  | { kind: 'event'; event: LiveEvent; id: string }
  /** Whether what comes is heard at once, and of what was heard the last. */
  | { kind: 'live'; live: boolean; last?: string | undefined }
  /** Something may not have been heard. */
  | { kind: 'missed' }
  /** The server lets nobody listen: somebody may be logged in no longer. */
  | { kind: 'refused' };

/** From where to listen. */
export interface Since {
  /** The last that was heard. */
  last?: string | undefined;
  /** Whether something was said since, of which nobody knows where it began. */
  missed?: boolean;
}

/** Listens until the answer is called. A short silence is resumed by itself; after a longer one something was missed. */
export function listen(hear: (heard: Heard) => void, { last, missed = false }: Since = {}): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let missedSomething = missed;
  let ended = false;

  const begin = (opened: EventSource): void => {
    source = opened;
    opened.onopen = () => {
      hear({ kind: 'live', live: true });
      if (missedSomething) {
        missedSomething = false;
        hear({ kind: 'missed' });
      }
    };
    opened.onerror = () => {
      hear({ kind: 'live', live: false });
      // Closed for good, as after a refusal: it does not come back by itself.
      if (opened.readyState === EventSource.CLOSED) {
        missedSomething = true;
        hear({ kind: 'refused' });
        timer = setTimeout(openAnew, REOPEN_AFTER);
      }
    };
    opened.addEventListener('reset', () => hear({ kind: 'missed' }));
    for (const type of TYPES) {
      opened.addEventListener(type, ({ data, lastEventId: id }: MessageEvent<string>) =>
        hear({ kind: 'event', event: JSON.parse(data) as LiveEvent, id }),
      );
    }
  };
  const openAnew = (): void => begin(new EventSource(ADDRESS));

  if (last === undefined) {
    openAnew();
  } else {
    resumed(last).then(
      (opened) => (ended ? opened.close() : begin(opened)),
      () => {
        missedSomething = true;
        openAnew();
      },
    );
  }
  return () => {
    ended = true;
    clearTimeout(timer);
    source?.close();
  };
}

/** Goes on behind what another tab heard last, which the browser's own kind cannot. */
async function resumed(last: string): Promise<EventSource> {
  const { EventSource: Resuming } = await import('eventsource');
  return new Resuming(ADDRESS, {
    fetch: (address, init) => fetch(address, { ...init, headers: { 'Last-Event-ID': last, ...init.headers } }),
  });
}
