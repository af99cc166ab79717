import { useTranslation } from 'react-i18next';
import { NotKept, Problem, Unreachable } from './problem';

/** What people are told of a failure, in their language; by its type, never by the server's texts. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof NotKept) {
      return t('failure.notKept');
    }
    const code = error instanceof Unreachable ? 'unreachable' : error instanceof Problem ? error.code : 'unknown';
    return t(`problem.${code}` as 'problem.unknown', { defaultValue: t('problem.unknown') });
  };
}

/** For a form: what to say at each field that was refused. Fields that the form lacks are told as a whole. */
export function useRefusedFields(): (error: unknown) => Record<string, string> {
  const { t } = useTranslation();
  return (error) => {
    const texts: Record<string, string> = {};
    if (error instanceof Problem) {
      for (const member of error.members) {
        texts[member] = t(`refused.${member}` as 'refused.any', { defaultValue: t('refused.any') });
      }
    }
    return texts;
  };
}
