import type { QueryClient } from '@tanstack/react-query';
import { keys } from '@/shared/api/keys';
import type { LiveEvent } from '@/shared/api/types';
import { askAgainForIntervention, forgetIntervention, forgetWhatIsNotFound } from './gone';

const TYPES = [
  ...['created', 'updated', 'assigned', 'scheduled', 'status-changed', 'handed-over', 'gone'].map((verb) => `intervention.${verb}`),
  ...['added', 'edited', 'removed'].map((verb) => `comment.${verb}`),
  ...['added', 'removed'].map((verb) => `attachment.${verb}`),
  ...['created', 'updated', 'deactivated', 'erased'].map((verb) => `user.${verb}`),
  ...['created', 'updated', 'retired'].flatMap((verb) => [`client.${verb}`, `site.${verb}`]),
  'list.changed',
];

const REOPEN_AFTER = 5_000;

/** Which answers an event makes out of date. */
export function outdatedBy(event: LiveEvent): (readonly unknown[])[] {
  const [kind] = event.type.split('.');
  const id = event.interventionId ?? '';
  switch (kind) {
    case 'intervention':
      return [['interventions', 'list'], keys.intervention(id), keys.history(id), keys.thread(id), keys.planning];
    case 'comment':
    case 'attachment':
      return [keys.thread(id)];
    case 'user':
      return [keys.users, keys.technicians];
    case 'client':
    case 'site':
      return [keys.clients];
    case 'list':
      return [keys.lists];
    default:
      return [];
  }
}

function hear(queries: QueryClient, event: LiveEvent): void {
  if (event.type === 'intervention.gone' && event.interventionId) {
    forgetIntervention(queries, event.interventionId);
  } else if (event.interventionId) {
    askAgainForIntervention(queries, event.interventionId);
  }
  for (const queryKey of outdatedBy(event)) {
    void queries.invalidateQueries({ queryKey });
  }
}

/**
 * Listens to what changes and refreshes what is on the screen. A short silence is resumed by the
 * browser itself (`Last-Event-ID`); after a longer one everything is asked for again.
 */
export function followChanges(queries: QueryClient, tell: (live: boolean) => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let missedSomething = false;

  const refreshAll = (): void => void queries.invalidateQueries();

  const open = (): void => {
    source = new EventSource('/api/v1/events');
    source.onopen = () => {
      tell(true);
      if (missedSomething) {
        missedSomething = false;
        refreshAll();
      }
    };
    source.onerror = () => {
      tell(false);
      // Closed for good, as after a refusal: the browser does not come back by itself.
      if (source?.readyState === EventSource.CLOSED) {
        missedSomething = true;
        // Whoever is no longer let in is told so at once, not at the next thing they ask for.
        void queries.invalidateQueries({ queryKey: keys.me });
        timer = setTimeout(open, REOPEN_AFTER);
      }
    };
    source.addEventListener('reset', refreshAll);
    for (const type of TYPES) {
      source.addEventListener(type, (message: MessageEvent<string>) => {
        hear(queries, JSON.parse(message.data) as LiveEvent);
      });
    }
  };

  const stopForgetting = forgetWhatIsNotFound(queries);
  open();
  return () => {
    stopForgetting();
    clearTimeout(timer);
    source?.close();
  };
}
