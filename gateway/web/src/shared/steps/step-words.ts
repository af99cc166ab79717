import { useTranslation } from 'react-i18next';
import type { AllowedTransition, Category, Intervention } from '@/shared/api/types';
import { useRole } from '@/shared/session/session';

/**
 * What taking a step is called: by a verb where the kinds of status on both sides leave no doubt, by
 * the name of the status where they do not.
 */
export function useStepWords({ status }: Pick<Intervention, 'status'>): (step: AllowedTransition) => string {
  const { t } = useTranslation('steps');
  const role = useRole();
  const from = status.category;
  return ({ category, needs, label }) => {
    switch (category) {
      case 'OPEN':
        return t(from === 'CLOSED' || from === 'CANCELLED' ? 'verb.reopen' : role === 'TECHNICIAN' ? 'verb.refuse' : 'verb.takeBack');
      case 'PLANNED':
        return needs.includes('slot') ? t(from === 'OPEN' || from === 'PLANNED' ? 'verb.plan' : 'verb.planAgain') : t('verb.assign');
      case 'ACTIVE':
        return from === 'PAUSED' ? t('verb.resume') : from === 'RESOLVED' ? t('verb.reject') : label;
      case 'PAUSED':
        return t('verb.hold');
      case 'CLOSED':
        return t('verb.close');
      case 'CANCELLED':
        return t('verb.cancel');
      case 'RESOLVED':
        return label;
    }
  };
}

/** What somebody is asked for when they take a step: what it needs and has a place for. */
export function askedFor({ needs, takes }: AllowedTransition): Set<string> {
  return new Set(needs.filter((need) => takes.includes(need)));
}

/** On the way to the end first, then what interrupts or undoes it. */
export function inOrder(steps: AllowedTransition[]): AllowedTransition[] {
  const rank = ({ category, needs }: AllowedTransition): number => LATER[category] ?? (needs.includes('reason') ? 1 : 0);
  return [...steps].sort((one, other) => rank(one) - rank(other));
}

/** Whether a step leads on, so that it deserves to stand out. */
export function leadsOn({ category }: AllowedTransition): boolean {
  return LATER[category] === undefined;
}

const LATER: Partial<Record<Category, number>> = { PAUSED: 2, OPEN: 3, CANCELLED: 4 };
