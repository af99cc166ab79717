import type { Category, Status } from '@/shared/api/types';

/** Every intervention goes through these; what a status means is said by its category. */
export const STAGES = ['OPEN', 'PLANNED', 'ACTIVE', 'RESOLVED', 'CLOSED'] as const satisfies readonly Category[];

export type Stage = (typeof STAGES)[number];

/** Several statuses lead up to these, the last of them being what they are for: the appointment, the work itself. */
const NAMED_BY_ITS_LAST: readonly Stage[] = ['PLANNED', 'ACTIVE'];

/** What a stage is called in the client's words, which are those of its statuses as the admin keeps them. */
export function stageWord(stage: Stage, statuses: Status[]): string | undefined {
  const ofStage = statuses
    .filter(({ category, active }) => category === stage && active)
    .sort((one, other) => one.position - other.position);
  return ofStage.at(NAMED_BY_ITS_LAST.includes(stage) ? -1 : 0)?.label;
}
