import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { doesKeepUnsent, onUnsent } from '@/shared/queue/kept';

/** Where somebody sends from this device: what waits is sent wherever they are. `path` is where that is. */
export function Unsent({ path }: { path: string }): ReactNode {
  const [Shown, setShown] = useState<ComponentType | null>(null);
  useEffect(() => {
    const load = (): void => {
      if (doesKeepUnsent()) {
        // Without network it comes with the next page.
        import('./unsent-shown').then(({ default: loaded }) => setShown(() => loaded), () => undefined);
      }
    };
    load();
    return onUnsent(load);
  }, [path]);
  return Shown ? <Shown /> : null;
}
