import '@/shared/ui/all-styles';
import '@/shared/ui/dates-styles.css';
import '@/shared/ui/schedule-styles.css';
import { Grid } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ResourcesSchedule, type ResourcesScheduleViewLevel, type ScheduleEventData } from '@mantine/schedule';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/shared/api/client';
import { useChange } from '@/shared/api/intervention-changes';
import { planningQuery, statusesQuery, techniciansQuery, urgenciesQuery } from '@/shared/api/lists';
import { useProblemText } from '@/shared/api/refused';
import type { Intervention, PlannedSlot } from '@/shared/api/types';
import { currentLanguage } from '@/shared/i18n';
import { clash } from '@/shared/planning/clash';
import { date as written, paris, slot as appointment, toWall } from '@/shared/time/time';
import { Coming } from '@/shared/ui/coming';
import { Page } from '@/shared/ui/page';
import { type Carried, events, hoursOf, later, type Payload, refusedEvents } from './board';
import { useSchedule } from './schedule';
import { ToPlan, WAITING } from './to-plan';
import { minutesOf } from './waiting';

/** A day, without the time of day that the calendar may add to it. */
const DATE_LENGTH = '2026-11-26'.length;

const DAY = {
  rowHeight: 56,
  businessHours: ['08:00:00', '18:00:00'] as [string, string],
  highlightBusinessHours: true,
  withCurrentTimeIndicator: true,
  getCurrentTime: () => toWall(new Date()),
  eventDragInterval: 15,
  eventResizeInterval: 15,
  viewSelectProps: { views: ['day', 'week'] as const },
};

/** Technicians by days: what is planned is moved by hand, what waits is dropped into a free hour. */
export function PlanningPage(): ReactNode {
  const { t } = useTranslation('planning');
  const navigate = useNavigate();
  const text = useProblemText();
  const [date, setDate] = useState(() => paris().format('YYYY-MM-DD'));
  const [view, setView] = useState<ResourcesScheduleViewLevel>('week');
  const monday = useMemo(() => paris(`${date}T12:00:00Z`).startOf('week'), [date]);
  const technicians = useQuery(techniciansQuery);
  const statuses = useQuery(statusesQuery);
  const urgencies = useQuery(urgenciesQuery);
  const planning = useQuery(planningQuery(monday.toISOString(), monday.add(7, 'day').toISOString()));
  const [isReady, setReady] = useState(false);
  const change = useChange();
  const schedule = useSchedule();
  const [carried, setCarried] = useState<Carried | null>(null);

  const slots = useMemo(() => planning.data ?? [], [planning.data]);
  const names = useMemo(() => new Map((technicians.data ?? []).map(({ id, displayName }) => [id, displayName])), [technicians.data]);
  const shown = useMemo(
    () => events(slots, byCode(statuses.data), byCode(urgencies.data), t('busy')),
    [slots, statuses.data, urgencies.data, t],
  );
  const hours = useMemo(() => hoursOf(slots), [slots]);
  const refused = useMemo(() => (carried ? refusedEvents(slots, carried, t('refused')) : []), [slots, carried, t]);

  // Where it scrolls to is looked at once, when it is drawn for the first time: it has to know its hours by then.
  if (!isReady && technicians.data && planning.isFetched) {
    setReady(true);
  }

  /** What a colleague has booked by now is there before it is let go. */
  const carry = (taken: Carried | null): void => {
    setCarried(taken);
    if (taken) {
      void planning.refetch();
    }
  };

  /** Refused before anything is sent where the screen knows that it cannot be. */
  const isFree = (technicianId: string, start: string, end: string, moved?: string): boolean => {
    if (!clash(slots, technicianId, start, end, moved)) {
      return true;
    }
    notifications.show({ color: 'red', message: t('taken', { name: names.get(technicianId) }) });
    return false;
  };

  const tell = (intervention: Intervention): void => {
    const { plannedStart, plannedEnd, reference } = intervention;
    if (plannedStart && plannedEnd) {
      notifications.show({ message: t('moved', { reference, slot: appointment(plannedStart, plannedEnd) }) });
    }
  };
  const refuse = (error: unknown): void => void notifications.show({ color: 'red', message: text(error) });

  const move = (slot: PlannedSlot, technicianId: string, start: string, end: string): void => {
    const seen = slot.intervention;
    if (seen && isFree(technicianId, start, end, seen.id)) {
      change.mutate(
        {
          id: seen.id,
          version: seen.version,
          patch: { plannedStart: start, plannedEnd: end, ...(technicianId === slot.technicianId ? {} : { technicianId }) },
          key: newKey(),
        },
        { onSuccess: tell, onError: refuse, onSettled: () => void planning.refetch() },
      );
    }
  };

  const drop = ({ id, minutes }: Carried, technicianId: string, wall: string): void => {
    const [start, end] = [later(wall, 0), later(wall, minutes)];
    if (isFree(technicianId, start, end, id)) {
      schedule({ id, technicianId, start, end }).then(tell, refuse);
    }
  };

  return (
    <Page title={t('title')}>
      <Coming reads={[planning, technicians]} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 3 }}>
          <ToPlan onCarry={carry} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 9 }}>
          {isReady ? (
            <ResourcesSchedule
              aria-label={t('calendar')}
              date={date}
              onDateChange={(day) => setDate(day.slice(0, DATE_LENGTH))}
              view={view}
              onViewChange={setView}
              locale={currentLanguage()}
              resources={[...names].map(([id, label]) => ({ id, label }))}
              events={[...refused, ...shown]}
              labels={{
                day: t('day'),
                week: t('week'),
                today: t('today'),
                previous: t('previous'),
                next: t('next'),
                viewSelectLabel: t('view'),
                switchToDayView: t('byDay'),
                switchToWeekView: t('byWeek'),
                resource: t('technician'),
                resources: t('technicians'),
                timeSlot: t('slot'),
                resourceSlot: t('slot'),
                weekday: t('day'),
                moreLabel: (count) => `+${count}`,
              }}
              dayViewProps={{ ...DAY, ...hours, slotWidth: 72, startScrollTime: '07:00:00' }}
              weekViewProps={{
                ...DAY,
                ...hours,
                slotWidth: 44,
                firstDayOfWeek: 1,
                startScrollDateTime: `${date} 07:00:00`,
                weekdayFormat: 'dddd D MMM',
                renderWeekLabel: ({ weekStart, weekEnd }) => t('weekOf', { monday: written(weekStart), sunday: written(weekEnd) }),
              }}
              withEventsDragAndDrop
              withEventResize
              canDragEvent={isMovable}
              canResizeEvent={isMovable}
              onEventDragStart={(event) => {
                const { intervention, start, end } = (event.payload as Payload).slot;
                carry(intervention ? { id: intervention.id, minutes: minutesOf({ plannedStart: start, plannedEnd: end }) } : null);
              }}
              onEventDragEnd={() => carry(null)}
              onEventDrop={({ event, newStart, newEnd, resourceId }) => {
                const { slot } = event.payload as Payload;
                move(slot, String(resourceId ?? slot.technicianId), later(newStart, 0), later(newEnd, 0));
              }}
              onEventResize={({ event, newStart, newEnd }) => {
                const { slot } = event.payload as Payload;
                move(slot, slot.technicianId, later(newStart, 0), later(newEnd, 0));
              }}
              onExternalEventDrop={({ dataTransfer, dropDateTime, resourceId }) => {
                const dragged = dataTransfer.getData(WAITING);
                if (dragged && resourceId !== undefined) {
                  drop(JSON.parse(dragged) as Carried, String(resourceId), dropDateTime);
                }
              }}
              onEventClick={(event) => {
                const seen = (event.payload as Payload).slot.intervention;
                if (seen) {
                  void navigate({ to: '/interventions/$id', params: { id: seen.id } });
                }
              }}
            />
          ) : null}
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function isMovable({ payload }: ScheduleEventData): boolean {
  return (payload as Payload).movable;
}

function byCode<T extends { code: string }>(rows: T[] | undefined): Map<string, T> {
  return new Map((rows ?? []).map((row) => [row.code, row]));
}
