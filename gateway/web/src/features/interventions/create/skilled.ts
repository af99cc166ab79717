import { words } from './words';

const SHORTEST = 3;

/** As far as words of one family are alike: électrique and électricité, but not plombs and plomberie. */
const STEM = 6;

function alike(one: string, other: string): boolean {
  return one === other || (one.length >= STEM && other.length >= STEM && one.slice(0, STEM) === other.slice(0, STEM));
}

/** How much of a skill the words of a call speak of, from 0 to 1. */
function spokenOf(skill: string, said: string[]): number {
  const own = words(skill).filter((word) => word.length >= SHORTEST);
  return own.filter((word) => said.some((each) => alike(word, each))).length / Math.max(own.length, 1);
}

export interface AskedSkill {
  skill: string;
  share: number;
}

/** Of somebody's skills the one that the words of a call speak of most; at least half of it. */
export function askedSkill(skills: string[], said: string): AskedSkill | undefined {
  const spoken = words(said);
  return skills
    .map((skill) => ({ skill, share: spokenOf(skill, spoken) }))
    .filter(({ share }) => share >= 0.5)
    .sort((one, other) => other.share - one.share)[0];
}
