const texts = {
  verb: {
    reopen: 'Rouvrir',
    refuse: 'Refuser',
    takeBack: 'Remettre à planifier',
    plan: 'Planifier',
    planAgain: 'Replanifier',
    assign: 'Affecter',
    resume: 'Reprendre',
    reject: 'Demander une reprise',
    hold: 'Mettre en attente',
    close: 'Clôturer',
    cancel: 'Annuler l’intervention',
  },
  reasonFor: 'Motif',
  reasonHint: 'Il sera conservé dans l’historique.',
  reasonHold: 'Le client le lira : « En attente : … »',
  report: 'Compte rendu',
  reportHint: 'Ce qui a été fait, ce qui a été trouvé, ce qui reste à faire.',
  technician: 'Intervenant',
  start: 'Début',
  end: 'Fin',
  duration: 'Durée',
  override: 'Réserver malgré tout',
  overrideHint: 'L’intervenant a déjà un rendez-vous à ce moment-là. Indiquez pourquoi vous passez outre.',
  missing: 'À compléter',
  move: 'Déplacer ou réaffecter',
};

export type StepTexts = typeof texts;
export default texts;
