const CHANNEL = 'accord-session';

/** What becomes of the session that all tabs of a browser share. */
export type Word = 'reconnected' | 'logged-out';

export function tellOtherTabs(word: Word): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(word);
  channel.close();
}

/** Calls back with what another tab tells. */
export function onOtherTab(listener: (word: Word) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Word>) => listener(data);
  return () => channel.close();
}
