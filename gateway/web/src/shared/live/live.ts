import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { keys } from '@/shared/api/keys';
import type { LiveEvent } from '@/shared/api/types';
import { askAgainForIntervention, forgetIntervention, forgetWhatIsNotFound } from './gone';
import { hearTogether } from './one-ear';
import { outdating } from './outdate';

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

function hear(queries: QueryClient, outdate: (queryKey: QueryKey) => void, event: LiveEvent): void {
  if (event.type === 'intervention.gone' && event.interventionId) {
    forgetIntervention(queries, event.interventionId);
  } else if (event.interventionId) {
    askAgainForIntervention(queries, event.interventionId);
  }
  outdatedBy(event).forEach(outdate);
}

/** Follows what changes and refreshes what is on the screen; where something was missed, all of it. */
export function followChanges(
  queries: QueryClient,
  tell: (live: boolean) => void,
  tellEvent: (event: LiveEvent) => void = () => undefined,
): () => void {
  const stopForgetting = forgetWhatIsNotFound(queries);
  const { outdate, stop: stopOutdating } = outdating(queries);
  const stopHearing = hearTogether((heard) => {
    switch (heard.kind) {
      case 'event':
        hear(queries, outdate, heard.event);
        tellEvent(heard.event);
        return;
      case 'live':
        tell(heard.live);
        return;
      case 'missed':
        void queries.invalidateQueries();
        return;
      case 'refused':
        // Whoever is no longer let in is told so at once, not at the next thing they ask for.
        void queries.invalidateQueries({ queryKey: keys.me });
    }
  });
  return () => {
    stopForgetting();
    stopOutdating();
    stopHearing();
  };
}
