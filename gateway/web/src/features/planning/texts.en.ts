import type { PlanningTexts } from './texts.fr';

const texts: PlanningTexts = {
  title: 'Planning',
  weekOf: '{{monday}} – {{sunday}}',
  view: 'Period',
  byDay: 'Show a day',
  byWeek: 'Show a week',
  week: 'Week',
  previous: 'Before',
  next: 'After',
  today: 'Today',
  technician: 'Technician',
  technicians: 'Technicians',
  toPlan: 'To be planned',
  toPlanHint: 'Drag an intervention onto the board, or use its “Plan” button.',
  nothingToPlan: 'Everything is planned.',
  plan: 'Plan',
  planThis: 'Plan {{title}}',
  open: '{{reference}}: {{title}}',
  busy: 'Busy',
  refused: 'Not possible',
  taken: '{{name}} is taken at that time.',
  moved: '{{reference}}: {{slot}}',
  slot: 'Slot',
  day: 'Day',
  calendar: 'The technicians’ planning',
};

export default texts;
