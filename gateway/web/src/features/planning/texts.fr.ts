const texts = {
  title: 'Planning',
  weekOf: '{{monday}} – {{sunday}}',
  view: 'Période',
  byDay: 'Voir un jour',
  byWeek: 'Voir une semaine',
  week: 'Semaine',
  previous: 'Avant',
  next: 'Après',
  today: 'Aujourd’hui',
  technician: 'Intervenant',
  technicians: 'Intervenants',
  toPlan: 'À planifier',
  toPlanHint: 'Glissez une intervention sur le planning, ou utilisez son bouton « Planifier ».',
  nothingToPlan: 'Tout est planifié.',
  plan: 'Planifier',
  planThis: 'Planifier {{title}}',
  open: '{{reference}} : {{title}}',
  busy: 'Occupé',
  refused: 'Pas possible',
  taken: '{{name}} est déjà pris à ce moment-là.',
  moved: '{{reference}} : {{slot}}',
  slot: 'Créneau',
  day: 'Jour',
  calendar: 'Planning des intervenants',
};

export type PlanningTexts = typeof texts;
export default texts;
