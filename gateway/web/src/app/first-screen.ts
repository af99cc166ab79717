import { currentLanguage } from '@/shared/i18n/language';
import { goLive } from '@/shared/live/hearing';
import { leftForLogin } from '@/shared/session/login';
import { meQuery } from '@/shared/session/me';
import { doesWorkOffline } from '@/shared/session/offline';
import { HOMES } from './homes';
import { queries } from './queries';
import { loadTexts } from './texts';

/** When all that the first screen is made of has come or failed: what fails is asked for again, and told, where it is needed. */
export const firstScreen: Promise<void> = begin().catch(() => undefined);

/** The part of the application whose texts the first screen shows, if that is known. */
export function firstPart(): string | undefined {
  const me = queries.getQueryData(meQuery.queryKey);
  return me && isHome() ? HOMES[me.role].part : undefined;
}

function isHome(): boolean {
  return window.location.pathname === '/';
}

async function begin(): Promise<void> {
  const language = currentLanguage();
  const common = loadTexts(language, 'common');
  const me = await queries.query(meQuery).catch((failure: unknown) => {
    // A device that keeps what it knew shows that first.
    if (!doesWorkOffline()) {
      leftForLogin(failure);
    }
    throw failure;
  });
  if (isHome()) {
    const { part, load, read } = HOMES[me.role];
    goLive(queries);
    await Promise.allSettled([common, loadTexts(language, part), load(), ...read(queries)]);
  }
}
