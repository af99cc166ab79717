const texts = {
  title: 'Fil de l’intervention',
  write: 'Écrire un commentaire',
  public: 'Public : le client le lira',
  internal: 'Interne : le client ne le verra pas',
  publicShort: 'Public',
  internalShort: 'Interne',
  visibility: 'Qui le lira',
  clientHint: 'Vos échanges avec AccordÉnergie',
  sendPublic: 'Envoyer au client',
  sendInternal: 'Noter en interne',
  send: 'Envoyer',
  removed: 'Commentaire retiré',
  attachmentRemoved: 'Pièce jointe retirée',
  edited: 'modifié',
  change: 'Modifier',
  remove: 'Retirer',
  from: 'de « {{from}} » à « {{to}} »',
  became: 'Passée de « {{from}} » à « {{to}} »',
  because: 'Motif : {{reason}}',
  unknown: 'Quelqu’un',
  you: 'Vous',
  empty: 'Aucun échange pour le moment.',
  older: 'Voir les échanges plus anciens',
};

export type ThreadTexts = typeof texts;
export default texts;
