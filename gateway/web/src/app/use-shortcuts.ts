import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { isSingleKey } from '@/shared/ui/single-keys';
import type { Destination } from './navigation';

/** How long after `g` its second letter counts, in milliseconds. */
const WAIT = 1500;

/** Letters that lead somewhere, as long as nobody is typing. */
export function useShortcuts(destinations: Destination[], creates: boolean, onHelp: () => void): void {
  const navigate = useNavigate();
  const gone = useRef(0);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!isSingleKey(event)) {
        return;
      }
      const destination = event.timeStamp - gone.current < WAIT ? destinations.find(({ key }) => key === event.key) : undefined;
      gone.current = event.key === 'g' ? event.timeStamp : 0;
      if (destination) {
        event.preventDefault();
        void navigate({ to: destination.to });
      } else if (event.key === 'n' && creates) {
        event.preventDefault();
        void navigate({ to: '/interventions/new' });
      } else if (event.key === '?') {
        onHelp();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [destinations, creates, onHelp, navigate]);
}
