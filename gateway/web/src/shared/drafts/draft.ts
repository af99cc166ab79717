import { type Dispatch, type SetStateAction, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMe } from '@/shared/session/session';

const loadDatabase = () => import('./database');

/** Where on this device what somebody writes is kept, for whoever is logged in. Passwords are never among it. */
export interface DraftPlace {
  read: () => Promise<unknown>;
  keep: (value: unknown) => void;
  empty: () => void;
  /** Replaces what is kept there, by nothing if the answer is undefined. */
  change: (change: (kept: unknown) => unknown) => void;
}

export function useDraftPlace(name: string): DraftPlace {
  const { id: user } = useMe();
  const id = `${user} ${name}`;
  return useMemo(
    () => ({
      read: () => loadDatabase().then(({ storedDraft }) => storedDraft(id)),
      keep: (value) => void loadDatabase().then(({ storeDraft }) => storeDraft(id, value)),
      empty: () => void loadDatabase().then(({ removeDraft }) => removeDraft(id)),
      change: (change) => void loadDatabase().then(({ changeDraft }) => changeDraft(id, change)),
    }),
    [id],
  );
}

/**
 * State that outlives the page: what is half written is there again after a reload, an expired session
 * or a crash, for whoever wrote it.
 *
 * @returns the value, how to set it, how to begin anew once it was sent, and whether it is what was written before
 */
export function useDraft<T>(name: string, initial: T): [T, Dispatch<SetStateAction<T>>, (fresh: T) => void, boolean] {
  const place = useDraftPlace(name);
  const [value, setValue] = useState(initial);
  const [restored, setRestored] = useState(false);
  const touched = useRef(false);

  useEffect(() => {
    let current = true;
    touched.current = false;
    void place.read().then((stored) => {
      if (current && !touched.current && stored !== undefined) {
        setValue(stored as T);
        setRestored(true);
      }
    });
    return () => {
      current = false;
    };
  }, [place]);

  useEffect(() => {
    if (touched.current) {
      place.keep(value);
    }
  }, [place, value]);

  const set: Dispatch<SetStateAction<T>> = useCallback((next) => {
    touched.current = true;
    setValue(next);
  }, []);

  const forget = useCallback(
    (fresh: T) => {
      touched.current = false;
      setRestored(false);
      setValue(fresh);
      place.empty();
    },
    [place],
  );

  return [value, set, forget, restored];
}
