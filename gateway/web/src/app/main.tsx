import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keys } from '@/shared/api/keys';
import { startTexts } from '@/shared/i18n';
import { doesWorkOffline } from '@/shared/session/offline';
import { App } from './app';
import { firstPart, firstScreen } from './first-screen';
import { queries } from './queries';
import { newRouter } from './router';
import { loadTexts } from './texts';

/** How long, in milliseconds, the first screen may take to come as a whole; what has not come by then is said to be on its way. */
const PATIENCE = 1000;

void start();

// Not at the top level, where the screens that are fetched here, and import this very file, would wait for it.
async function start(): Promise<void> {
  const router = newRouter(queries);
  // A device that keeps what it knew shows that at once; any other waits for what is on its way.
  if (!(doesWorkOffline() && (await recall()))) {
    await withPatience(firstScreen);
  }
  await Promise.all([startTexts(loadTexts, firstPart()), withPatience(router.load())]);
  const root = document.getElementById('app');
  if (!root) {
    throw new Error('The page has no place for the application.');
  }
  // As a transition, in short pieces: a telephone stays answerable meanwhile.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App queries={queries} router={router} />
      </StrictMode>,
    ),
  );
}

/** Whether that told who is here. Without it there is nothing to show before there is network; a broken store shows no more than that. */
async function recall(): Promise<boolean> {
  try {
    await (await import('@/features/field/kept-answers')).restoreAnswers(queries);
  } catch {
    return false;
  }
  return queries.getQueryData(keys.me) !== undefined;
}

function withPatience(coming: Promise<void>): Promise<void> {
  return Promise.race([coming, new Promise<void>((over) => setTimeout(over, PATIENCE))]);
}
