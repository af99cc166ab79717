import { useTranslation } from 'react-i18next';
import type { HeldEvent } from '@/shared/api/types';

/** What a held event tells, in words as far as there are any: a type may be of another version, or unreadable. */
export function useWhatHappened(): (event: HeldEvent) => string {
  const { t } = useTranslation('administration');
  const words = new Map(Object.entries(t('audit.types', { returnObjects: true })));
  return (event) => {
    if (event.state === 'MISSING') {
      return t('held.neverCame', { versions: versionsOf(event) });
    }
    return event.type ? (words.get(nameOf(event.type)) ?? event.type) : t('held.unreadable');
  };
}

/** `user.updated` of `com.accordenergie.user.updated.v1`. */
export function nameOf(type: string): string {
  return type.replace(/^com\.accordenergie\./, '').replace(/\.v\d+$/, '');
}

/** Which versions of its subject it stands for: one, or a row of them that never came. */
export function versionsOf({ sequence, lastSequence }: Pick<HeldEvent, 'sequence' | 'lastSequence'>): string {
  const ends = [sequence, lastSequence].filter((version) => version != null);
  return ends.length === 0 ? '—' : [...new Set(ends)].join(' – ');
}
