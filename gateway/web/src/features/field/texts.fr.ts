const texts = {
  title: 'Mes interventions',
  nothing: 'Rien de prévu. Les nouvelles interventions apparaîtront ici.',
  days: {
    underWay: 'En cours',
    today: 'Aujourd’hui',
    tomorrow: 'Demain',
    undated: 'Sans rendez-vous',
    paused: 'En attente',
  },
  because: 'Motif : {{reason}}',
  worked: 'Réalisée : {{start}} – {{end}}',
  place: 'Lieu et contact',
  access: 'Accès :',
  steps: 'Étapes possibles',
  report: 'Compte rendu',
  reportHint: 'Ce qui a été constaté et fait. Le client le lira.',
  reason: 'Motif',
  signature: 'Signature du client',
  signedBy: 'Signé par {{name}} ({{when}})',
  signHint: 'Le client confirme le passage et les travaux décrits.',
  signHere: 'Signer ici, avec le doigt',
  signer: 'Nom du signataire',
  signAgain: 'Recommencer',
  signDone: 'Valider',
  photosPublic: 'Le client verra les photos prises ici.',
  photosTaken_one: '{{count}} photo ajoutée ; le client la verra.',
  photosTaken_other: '{{count}} photos ajoutées ; le client les verra.',
  pastNone: 'Aucune intervention terminée.',
  past: 'Interventions passées',
};

export type FieldTexts = typeof texts;
export default texts;
