import { type Heard, listen } from './stream';

/** Whoever holds it listens for all tabs of this browser. */
const LOCK = 'accord-live';
const CHANNEL = 'accord-live';
const ASK = 'how is it';

/**
 * Hears the server through the one tab that listens for all: a browser allows six connections to a host, and six listening tabs
 * would leave none to ask anything. When that tab closes or is put to sleep another takes over where it was.
 */
export function hearTogether(hear: (heard: Heard) => void): () => void {
  if (!('locks' in navigator)) {
    return listen(hear);
  }
  let leave = join(hear);
  const sleep = (): void => leave();
  const wake = (): void => {
    leave();
    leave = join(hear);
    hear({ kind: 'missed' });
  };
  const shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) {
      wake();
    }
  };
  document.addEventListener('freeze', sleep);
  document.addEventListener('resume', wake);
  window.addEventListener('pagehide', sleep);
  window.addEventListener('pageshow', shown);
  return () => {
    document.removeEventListener('freeze', sleep);
    document.removeEventListener('resume', wake);
    window.removeEventListener('pagehide', sleep);
    window.removeEventListener('pageshow', shown);
    leave();
  };
}

/** Listens for the others, or hears from them, until the answer is called. */
function join(hear: (heard: Heard) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  const end = new AbortController();
  let live = false;
  let last: string | undefined;

  const note = (heard: Heard): void => {
    if (heard.kind === 'event') {
      last = heard.id;
    } else if (heard.kind === 'live') {
      live = heard.live;
      last = heard.last ?? last;
    }
    hear(heard);
  };
  channel.onmessage = ({ data }: MessageEvent<Heard | typeof ASK>) => {
    if (data !== ASK) {
      note(data);
    }
  };

  /** @param follows whether another tab listened until now */
  const lead = (follows: boolean): Promise<void> =>
    new Promise((done) => {
      if (end.signal.aborted) {
        done();
        return;
      }
      const tell = (heard: Heard): void => {
        channel.postMessage(heard);
        note(heard);
      };
      channel.onmessage = ({ data }) => {
        if (data === ASK) {
          channel.postMessage({ kind: 'live', live, last } satisfies Heard);
        }
      };
      const stop = listen(tell, { last, missed: follows && last === undefined });
      end.signal.addEventListener('abort', () => {
        stop();
        done();
      });
    });

  const take = async (): Promise<void> => {
    const led = await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => lock && lead(false).then(() => true));
    if (!led) {
      channel.postMessage(ASK);
      await navigator.locks.request(LOCK, { signal: end.signal }, () => lead(true));
    }
  };
  // It ends with an error where it is left before its turn has come.
  take().catch(() => undefined);
  return () => {
    end.abort();
    channel.close();
  };
}
