import type { FollowTexts } from './texts.fr';

const texts: FollowTexts = {
  title: 'Your current interventions',
  titleOf: 'Current interventions · {{client}}',
  none: 'No intervention under way.',
  past: 'Past interventions',
  pastNone: 'No past intervention.',
  seePast: 'Show past interventions',
  asked: 'Asked for on {{when}}',
  progress: 'Progress',
  cancelled: 'This intervention will not take place.',
  appointment: 'Appointment',
  with: 'With {{name}}',
  addToCalendar: 'Add to my calendar',
  report: 'Report',
  pdf: 'Service report (PDF)',
  request: 'The request',
  thread: 'Messages',
};

export default texts;
