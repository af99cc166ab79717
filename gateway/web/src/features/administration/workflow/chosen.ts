import { createContext, useContext } from 'react';
import type { Transition } from '@/shared/api/types';

/** What happens when somebody chooses a way in the picture. */
export const WayChosen = createContext<(transition: Transition) => void>(() => undefined);

export function useWayChosen(): (transition: Transition) => void {
  return useContext(WayChosen);
}
