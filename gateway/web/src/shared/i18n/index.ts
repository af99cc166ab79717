import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { currentLanguage, type Language, rememberLanguage } from './language';

export { LANGUAGES, currentLanguage, type Language } from './language';

/** Finds the texts of a part of the application in a language; each part brings its own. */
export type TextsLoader = (language: Language, part: string) => Promise<object>;

/** With the texts that all share, and those of the part that is shown first if it is known. */
export async function startTexts(load: TextsLoader, first?: string): Promise<void> {
  const backend: BackendModule = {
    type: 'backend',
    init: () => undefined,
    read: (language, part, done) => {
      load(language as Language, part).then(
        (texts) => done(null, texts as Record<string, string>),
        (failure: unknown) => done(failure as Error, false),
      );
    },
  };
  rememberLanguage(currentLanguage());
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: currentLanguage(),
      fallbackLng: false,
      ns: first ? ['common', first] : ['common'],
      defaultNS: 'common',
      returnNull: false,
      interpolation: { escapeValue: false },
    });
}

export async function speak(language: Language): Promise<void> {
  rememberLanguage(language);
  await i18next.changeLanguage(language);
}
