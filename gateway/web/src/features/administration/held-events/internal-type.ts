import { useTranslation } from 'react-i18next';

/** What an event tells, in words as far as there are any: a type may be of another version, or unreadable. */
export function useInternalType(): (type: string | null | undefined) => string {
  const { t } = useTranslation('administration');
  const words = new Map(Object.entries(t('audit.types', { returnObjects: true })));
  return (type) => (type ? (words.get(nameOf(type)) ?? type) : t('held.unreadable'));
}

/** `user.updated` of `com.accordenergie.user.updated.v1`. */
export function nameOf(type: string): string {
  return type.replace(/^com\.accordenergie\./, '').replace(/\.v\d+$/, '');
}
