import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react';
import { useMe } from '@/shared/session/session';

const loadDatabase = () => import('./database');

/**
 * State that outlives the page: what is half written is there again after a reload, an expired session
 * or a crash, for whoever wrote it.
 *
 * @returns the value, how to set it, and how to begin anew once it was sent
 */
export function useDraft<T>(name: string, initial: T): [T, Dispatch<SetStateAction<T>>, (fresh: T) => void] {
  const { id: user } = useMe();
  const id = `${user} ${name}`;
  const [value, setValue] = useState(initial);
  const touched = useRef(false);

  useEffect(() => {
    let current = true;
    touched.current = false;
    void loadDatabase().then(async ({ storedDraft }) => {
      const stored = await storedDraft(id);
      if (current && !touched.current && stored !== undefined) {
        setValue(stored as T);
      }
    });
    return () => {
      current = false;
    };
  }, [id]);

  useEffect(() => {
    if (touched.current) {
      void loadDatabase().then(({ storeDraft }) => storeDraft(id, value));
    }
  }, [id, value]);

  const set: Dispatch<SetStateAction<T>> = useCallback((next) => {
    touched.current = true;
    setValue(next);
  }, []);

  const forget = useCallback(
    (fresh: T) => {
      touched.current = false;
      setValue(fresh);
      void loadDatabase().then(({ removeDraft }) => removeDraft(id));
    },
    [id],
  );

  return [value, set, forget];
}
