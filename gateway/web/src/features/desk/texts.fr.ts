const texts = {
  title: 'À traiter',
  new: 'Nouvelle intervention',
  sections: {
    overdue: 'En retard',
    incoming: 'À planifier',
    refused: 'Refusées',
    waiting: 'En attente',
    done: 'À clôturer',
  },
  hints: {
    overdue: 'Rien n’est en retard.',
    incoming: 'Tout est planifié.',
    refused: 'Aucun refus.',
    waiting: 'Rien n’attend.',
    done: 'Rien à clôturer.',
  },
  noneOfFirst: 'Aucune parmi les {{count}} plus pressantes.',
  all: 'Tout voir',
  allOf: 'Tout voir : {{section}}',
  because: 'Motif : {{reason}}',
};

export type DeskTexts = typeof texts;
export default texts;
