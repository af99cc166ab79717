const texts = {
  title: 'Vos interventions en cours',
  titleOf: 'Interventions en cours · {{client}}',
  none: 'Aucune intervention en cours.',
  past: 'Interventions passées',
  pastNone: 'Aucune intervention passée.',
  seePast: 'Voir les interventions passées',
  asked: 'Demandée le {{when}}',
  progress: 'Avancement',
  cancelled: 'Cette intervention n’aura pas lieu.',
  appointment: 'Rendez-vous',
  with: 'Avec {{name}}',
  addToCalendar: 'Ajouter à mon agenda',
  report: 'Compte rendu',
  pdf: 'Bon d’intervention (PDF)',
  request: 'La demande',
  thread: 'Échanges',
};

export type FollowTexts = typeof texts;
export default texts;
