import '@/shared/ui/first-styles';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from '@/shared/api/queries';
import { startTexts } from '@/shared/i18n';
import { doesWorkOffline } from '@/shared/session/offline';
import { App } from './app';
import { loadTexts } from './texts';

const queries = newQueryClient();
await Promise.all([startTexts(loadTexts), doesWorkOffline() ? recall() : undefined]);

/** Without it there is nothing to show before there is network; a broken store shows no more than that. */
function recall(): Promise<void> {
  return import('@/features/field/kept-answers').then(({ restoreAnswers }) => restoreAnswers(queries)).catch(() => undefined);
}

const root = document.getElementById('app');
if (!root) {
  throw new Error('The page has no place for the application.');
}
// As a transition, in short pieces: a telephone stays answerable meanwhile.
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <App queries={queries} />
    </StrictMode>,
  ),
);
