import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form';
import { useEffect, useEffectEvent, useState } from 'react';
import { newKey } from '@/shared/api/client';
import { useDraftPlace } from './draft';

interface Kept {
  changes: object;
  key: string;
}

/** What somebody wrote in a form and the API has not accepted yet. */
export interface FormDraft {
  /** Whether the form began with what was written in it before. */
  restored: boolean;
  /** The same for every try to send this, also after a reload. */
  key: string;
  /** Once the API has it. */
  accepted: () => void;
  /** Accepts it when it was sent with success, also when the form was closed meanwhile. */
  sent: (sending: Promise<unknown>) => void;
  /** Takes back all that was written. */
  startAgain: () => void;
}

export type DraftForm<T extends object> = UseFormReturnType<T> & {
  draft: FormDraft;
  /** What differs from what the form began with: somebody else may have changed the rest meanwhile. */
  changes: () => Partial<T>;
};

/**
 * A form that is there again as it was left: after a look beside it, a reload, an expired session or a
 * crash. Only what was changed is kept, so that it is put on top of what somebody else did meanwhile.
 */
export function useDraftForm<T extends object>(name: string, input: UseFormInput<T>): DraftForm<T> {
  const place = useDraftPlace(name);
  const form = useForm<T>(input);
  const { values } = form;
  const [key, setKey] = useState(newKey);
  const [isRead, setRead] = useState(false);
  const [restored, setRestored] = useState(false);

  const restore = useEffectEvent((kept: Kept | undefined) => {
    if (kept) {
      // Whoever was quicker than the device has the last word.
      form.setValues({ ...kept.changes, ...changedIn(values, form.getInitialValues()) });
      setKey(kept.key);
      setRestored(true);
    }
    setRead(true);
  });
  useEffect(() => {
    let current = true;
    void place.read().then((kept) => {
      if (current) {
        restore(kept as Kept | undefined);
      }
    });
    return () => {
      current = false;
    };
  }, [place]);

  const keep = useEffectEvent(() => {
    const changes = changedIn(values, form.getInitialValues());
    if (Object.keys(changes).length > 0) {
      place.keep({ changes, key } satisfies Kept);
    } else {
      place.empty();
    }
  });
  useEffect(() => {
    if (isRead) {
      keep();
    }
  }, [isRead, values, key]);

  const beginAnew = (): void => {
    setKey(newKey());
    setRestored(false);
  };
  const accepted = (): void => {
    form.setInitialValues(form.getValues());
    form.resetDirty();
    beginAnew();
    // The form may have been closed, and opened again, while it was sent: what is written there since stays.
    place.change((kept) => ((kept as Kept | undefined)?.key === key ? undefined : kept));
  };
  return {
    ...form,
    changes: () => changedIn(form.getValues(), form.getInitialValues()),
    draft: {
      restored,
      key,
      accepted,
      // What went wrong is told by whoever sends it.
      sent: (sending) => void sending.then(accepted, () => undefined),
      startAgain: () => {
        form.reset();
        beginAnew();
        place.empty();
      },
    },
  };
}

function changedIn<T extends object>(values: T, initial: T): Partial<T> {
  const changes = Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(initial[name as keyof T]));
  return Object.fromEntries(changes) as Partial<T>;
}
