import type { AllowedTransition, Intervention, Status, Transition } from '@/shared/api/types';
import { isBuiltOn, type Operation, type StepAct } from './operation';

/** What is asked of the API for a step that was taken on the device, given what the API says now. */
export type Plan =
  /** To be taken from where the API is. */
  | 'move'
  /** It was taken there already. */
  | 'taken'
  | 'refused';

export type Times = { actualStart: string } | { actualEnd: string };

type Known = Pick<
  Intervention,
  'version' | 'status' | 'statusSince' | 'statusReason' | 'report' | 'actualStart' | 'actualEnd' | 'allowedTransitions'
>;

/**
 * How what was done in the field meets what the desk has done meanwhile. The step is taken if the API
 * offers it, or was taken there already. What would be lost (a report that the desk's does not hold, a
 * step that is no longer possible) is refused, for a person to see. The desk's assignment is never touched.
 */
export function planFor(step: StepAct, now: Known): Plan {
  if (now.allowedTransitions.some(({ to }) => to === step.to)) {
    return 'move';
  }
  return now.status.code !== step.to || says(step.report, now.report) || says(step.reason, now.statusReason) ? 'refused' : 'taken';
}

/**
 * What is left to tell once a step was taken: the technician's time stands over the desk's, if the desk
 * took it, and over the order of the steps, which never lets one be earlier than the one before.
 */
export function timesLeft(step: StepAct, now: Known, byDesk: boolean): Times | null {
  const differs = (known: string | null | undefined): boolean => {
    const late = Date.parse(known ?? '') - Date.parse(step.at);
    // A clock that is a little fast tells of the future, which the API does not believe.
    return byDesk ? late !== 0 : late > 0;
  };
  if (now.status.code !== step.to) {
    return null;
  }
  if (now.status.category === 'RESOLVED' && differs(now.actualEnd)) {
    return { actualEnd: step.at };
  }
  // It began with this step, and not with one before.
  const began = now.actualStart && Date.parse(now.actualStart) === Date.parse(now.statusSince);
  return began && differs(now.actualStart) ? { actualStart: step.at } : null;
}

/** Whether the device has words that the API does not hold. */
function says(mine: string | undefined, theirs: string | null | undefined): boolean {
  return Boolean(mine) && mine !== theirs;
}

/** The lists of the API, from which it follows what comes after a step that it does not know of yet. */
export interface Lists {
  statuses: Status[];
  transitions: Transition[];
}

/** The steps that stand: none that was refused, nor what builds on one and waits with it. */
function standing(operations: Operation[]): StepAct[] {
  const refused: string[] = [];
  return operations
    .filter((operation) => operation.kind === 'step')
    .filter((step) => {
      if (step.refused) {
        refused.push(step.id);
      }
      return !step.refused && !isBuiltOn(step, refused);
    });
}

/** The status after what was done on the device; the API's where nothing was. */
export function statusAfter<S extends object>(known: S, operations: Operation[], statuses: Status[]): S {
  const last = standing(operations).at(-1);
  const status = statuses.find(({ code }) => code === last?.to);
  return status ? { ...known, code: status.code, label: status.label, category: status.category, color: status.color } : known;
}

/** The intervention as the technician left it: what the API last said, and what was done since. */
export function withOperations(known: Intervention, operations: Operation[], lists: Lists): Intervention {
  const steps = standing(operations);
  const last = steps.at(-1);
  if (!last) {
    return known;
  }
  return {
    ...known,
    status: statusAfter(known.status, operations, lists.statuses),
    statusReason: last.reason ?? null,
    report: steps.findLast((step) => step.report)?.report ?? known.report ?? null,
    allowedTransitions: stepsFrom(last.to, lists),
  };
}

/** What the lists let a technician do from a status, as the API would put it. */
function stepsFrom(code: string, { statuses, transitions }: Lists): AllowedTransition[] {
  return transitions
    .filter((transition) => transition.active && transition.byTechnician && transition.from === code)
    .flatMap((transition) => {
      const to = statuses.find((status) => status.code === transition.to);
      const needs: AllowedTransition['needs'] = [
        ...(transition.needsReason ? (['reason'] as const) : []),
        ...(transition.needsReport ? (['report'] as const) : []),
      ];
      return to ? [{ to: to.code, label: to.label, category: to.category, needs, takes: needs }] : [];
    });
}
