import { Button, Fieldset, Flex, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { planningQuery, techniciansQuery } from '@/shared/api/lists';
import type { PlannedSlot, Urgency } from '@/shared/api/types';
import { clash } from '@/shared/planning/clash';
import { type FreeSlot, nextFreeSlots } from '@/shared/planning/free-slots';
import { useNow } from '@/shared/time/now';
import { fromWall, paris, slot, toWall } from '@/shared/time/time';
import { Coming } from '@/shared/ui/coming';
import { DateTimeField } from '@/shared/ui/date-fields';
import type { Call } from './call';
import { askedSkill } from './skilled';

const PROPOSED = 5;
const HOUR = 3_600_000;
const QUARTER = HOUR / 4;

/** Who is to be with the client within so many minutes does not wait for the morning. */
const PRESSING = 60;

/** A name and a time need two lines on a phone. */
const WRAPPED = { inner: { minHeight: 32 }, label: { whiteSpace: 'normal' } } as const;

interface WhenFieldsProps {
  call: Call;
  urgency?: Urgency | undefined;
  errors: Record<string, string>;
  onChange: (part: Partial<Call>) => void;
}

/** Who goes and when: the next free slots, first of those who can do what the call is about, one key away each; or later. */
export function WhenFields({ call, urgency, errors, onChange }: WhenFieldsProps): ReactNode {
  const { t } = useTranslation(['interventions', 'steps']);
  const isPressing = urgency !== undefined && urgency.takeOverMinutes <= PRESSING;
  const step = isPressing ? QUARTER : HOUR;
  const next = (Math.floor(useNow() / step) + 1) * step;
  const from = useMemo(() => new Date(next), [next]);
  const technicians = useQuery(techniciansQuery);
  const planning = useQuery(planningQuery(from.toISOString(), paris(from).add(14, 'day').toISOString()));
  const names = useMemo(() => new Map((technicians.data ?? []).map(({ id, displayName }) => [id, displayName])), [technicians.data]);
  const said = useDeferredValue(`${call.title} ${call.description}`);
  const skilled = useMemo(
    () => new Map((technicians.data ?? []).map(({ id, skills }) => [id, askedSkill(skills, said)])),
    [technicians.data, said],
  );
  const free = useMemo(
    () => (technicians.data && planning.data ? nextFreeSlots([...names.keys()], planning.data, from, call.minutes, isPressing) : []),
    [technicians.data, planning.data, names, from, call.minutes, isPressing],
  );
  const share = (proposal: FreeSlot): number => skilled.get(proposal.technicianId)?.share ?? 0;
  const proposed = [...free].sort((one, other) => share(other) - share(one)).slice(0, PROPOSED);
  const taken = useTaken(call);

  return (
    <Fieldset legend={t('create.when')}>
      <Stack gap="sm">
        <Flex direction={{ base: 'column', xs: 'row' }} align={{ base: 'stretch', xs: 'flex-end' }} gap="sm">
          <NumberInput
            label={t('create.duration')}
            suffix=" min"
            min={15}
            max={10_080}
            step={15}
            w={140}
            error={errors['minutes']}
            value={call.minutes || ''}
            onChange={(minutes) => onChange({ minutes: Number(minutes) })}
          />
          <Select
            label={t('fields.technician')}
            placeholder={t('create.later')}
            clearable
            searchable
            flex={1}
            data={[...names].map(([value, label]) => ({ value, label }))}
            value={call.technicianId}
            onChange={(technicianId) => onChange({ technicianId, ...(technicianId ? {} : { start: null }) })}
          />
          <DateTimeField
            label={t('steps:start')}
            placeholder={t('create.later')}
            clearable
            valueFormat="ddd D MMM HH:mm"
            flex={1}
            disabled={!call.technicianId}
            error={taken ? t('create.taken', { name: names.get(taken.technicianId) }) : undefined}
            value={call.start ? toWall(call.start) : null}
            onChange={(start) => onChange({ start: start ? fromWall(start) : null })}
          />
        </Flex>
        <div role="group" aria-label={t('create.suggestions')}>
          <Text size="sm" fw={600} mb={4}>
            {t('create.suggestions')}
          </Text>
          <Coming reads={[technicians, planning]} />
          {technicians.data && planning.data && free.length === 0 ? <Text size="sm">{t('create.noSuggestion')}</Text> : null}
          <Group gap="xs">
            {proposed.map((proposal) => {
              const skill = skilled.get(proposal.technicianId)?.skill;
              const chosen = call.technicianId === proposal.technicianId && call.start === proposal.start;
              return (
                <Button
                  key={proposal.technicianId}
                  size="xs"
                  h="auto"
                  styles={WRAPPED}
                  variant={chosen ? 'filled' : 'default'}
                  aria-pressed={chosen}
                  onClick={() => onChange({ technicianId: proposal.technicianId, start: proposal.start })}
                >
                  {t(skill ? 'create.skilledSuggestion' : 'create.suggestion', {
                    name: names.get(proposal.technicianId),
                    slot: slot(proposal.start, proposal.end),
                    skill,
                  })}
                </Button>
              );
            })}
          </Group>
        </div>
      </Stack>
    </Fieldset>
  );
}

/** What is in the way of the appointment, as far as the screen knows; the API has the last word. */
function useTaken({ technicianId, start, minutes }: Call): PlannedSlot | undefined {
  const end = start ? paris(start).add(minutes, 'minute').toISOString() : '';
  const there = useQuery({ ...planningQuery(start ?? '', end), enabled: Boolean(technicianId && start && minutes > 0) }).data;
  return technicianId && start && there ? clash(there, technicianId, start, end, undefined) : undefined;
}
