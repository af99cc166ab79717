export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Shared with the pages of the login. */
const COOKIE = 'accord-language';
const A_YEAR = 365 * 24 * 60 * 60;

/** French, unless somebody has chosen otherwise in this browser. */
export function currentLanguage(): Language {
  return document.cookie.split('; ').includes(`${COOKIE}=en`) ? 'en' : 'fr';
}

export function rememberLanguage(language: Language): void {
  document.cookie = `${COOKIE}=${language}; path=/; max-age=${language === 'fr' ? 0 : A_YEAR}; samesite=lax`;
  document.documentElement.lang = language;
}
