const texts = {
  acts: {
    step: '« {{label}} »',
    public: 'Commentaire public',
    internal: 'Commentaire interne',
    signature: 'Signature',
    photo: 'Photo',
  },
  toSend: 'Conservé sur cet appareil, envoyé dès que possible.',
  toSendAgain: 'Le serveur n’a pas pu l’enregistrer. Conservé sur cet appareil, nouvel essai dans un instant.',
  keepAsComment: 'Garder en commentaire interne',
  savePicture: 'Enregistrer l’image',
  giveUp: 'Abandonner',
  giveUpSurely: 'Effacer définitivement',
  withdraw: 'Ne pas envoyer',
  withdrawSurely: 'Effacer, sans l’envoyer',
  allSent: 'Tout est envoyé.',
  waitingCount_one: '{{count}} action attend d’être envoyée.',
  waitingCount_other: '{{count}} actions attendent d’être envoyées.',
  refusedCount_one: '{{count}} action a été refusée. Voir ce qui peut être fait.',
  refusedCount_other: '{{count}} actions ont été refusées. Voir ce qui peut être fait.',
  open: 'Ouvrir l’intervention',
  openThis: '{{reference}} · {{title}}',
};

export type QueueTexts = typeof texts;
export default texts;
