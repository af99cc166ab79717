const texts = {
  open: 'Importer (CSV)',
  titles: { clients: 'Importer des clients et leurs sites', technicians: 'Importer des intervenants' },
  columns: {
    clients: 'Un site par ligne : nom ; contact ; téléphone ; courriel ; site ; adresse ; code postal ; ville ; accès.',
    technicians: 'Un intervenant par ligne : identifiant ; courriel ; nom ; téléphone ; compétences.',
  },
  hint: 'Rien n’est écrit tant que le tableau contient une erreur. Ce qui existe déjà n’est pas modifié.',
  template: 'Télécharger un modèle',
  file: 'Fichier CSV',
  fileHint: 'UTF-8, 5 000 lignes et 2 Mo au plus.',
  checking: 'Vérification…',
  good_one: '{{count}} ligne à importer.',
  good_other: '{{count}} lignes à importer.',
  nothing: 'Tout ce que contient ce tableau existe déjà.',
  known: 'Déjà connus, inchangés : {{count}}.',
  wrong_one: '{{count}} ligne est à corriger ; rien n’a été écrit.',
  wrong_other: '{{count}} lignes sont à corriger ; rien n’a été écrit.',
  errors: 'Erreurs par ligne',
  line: 'Ligne',
  column: 'Colonne',
  detail: 'Ce qui ne va pas',
  do: 'Importer',
  done: 'L’import est terminé.',
};

export type ImportTexts = typeof texts;
export default texts;
