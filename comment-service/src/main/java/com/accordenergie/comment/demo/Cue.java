package com.accordenergie.comment.demo;

import static com.accordenergie.comment.Visibility.INTERNAL;
import static com.accordenergie.comment.Visibility.PUBLIC;
import static com.accordenergie.comment.demo.Voice.CLIENT;
import static com.accordenergie.comment.demo.Voice.DISPATCHER;
import static com.accordenergie.comment.demo.Voice.TECHNICIAN;

import com.accordenergie.comment.Visibility;
import java.util.List;
import java.util.Map;

/**
 * What somebody may say at a certain moment of an intervention.
 *
 * @param afterMinutes how long after the moment at the earliest
 */
record Cue(Voice voice, Visibility visibility, int afterMinutes, List<String> texts) {

  /** By the status that the intervention took. */
  private static final Map<String, List<Cue>> BY_STATUS =
      Map.ofEntries(
          Map.entry(
              "NEW",
              List.of(
                  new Cue(
                      DISPATCHER,
                      INTERNAL,
                      2,
                      List.of(
                          "Client joint par téléphone, disponible en semaine avant 17 h.",
                          "Deuxième appel du client en dix jours, à traiter sans attendre.",
                          "Contrat d'entretien à jour, déplacement compris.",
                          "Vérifier les pièces en stock avant d'affecter quelqu'un.",
                          "Le gardien a les clés, prévenir une demi-heure avant.",
                          "Site occupé par des personnes âgées, garder la priorité.")),
                  new Cue(
                      DISPATCHER,
                      PUBLIC,
                      4,
                      List.of(
                          "Votre demande est bien enregistrée, nous vous proposons un créneau rapidement.",
                          "Merci de votre appel. En attendant, ne touchez pas à l'installation.",
                          "Nous avons bien noté vos disponibilités.",
                          "Un conseiller vous rappelle dans l'heure pour fixer le rendez-vous.")),
                  new Cue(
                      CLIENT,
                      PUBLIC,
                      15,
                      List.of(
                          "Bonjour, est-ce possible de passer plutôt le matin ?",
                          "Le code du portail est 12B, sonner chez M. Lambert.",
                          "Le problème revient surtout le soir, si cela peut aider.",
                          "Nous avons un bébé à la maison, merci de faire au plus vite.",
                          "Le local technique est au sous-sol, accès par la rampe du parking.")))),
          Map.entry(
              "ASSIGNED",
              List.of(
                  new Cue(
                      TECHNICIAN,
                      INTERNAL,
                      8,
                      List.of(
                          "Vu. Je connais le site, je prends l'échelle longue.",
                          "Bien reçu, je regarde l'historique ce soir.",
                          "J'ai la pièce d'usure dans le camion.",
                          "OK pour moi, plutôt en fin de tournée.")),
                  new Cue(
                      DISPATCHER,
                      PUBLIC,
                      10,
                      List.of(
                          "Un intervenant est désigné, il vous contactera pour convenir de l'heure.",
                          "Votre dossier est confié à un technicien du secteur.")))),
          Map.entry(
              "SCHEDULED",
              List.of(
                  new Cue(
                      DISPATCHER,
                      PUBLIC,
                      5,
                      List.of(
                          "Le rendez-vous est confirmé. Pensez à dégager l'accès à l'appareil.",
                          "Rendez-vous fixé, comme convenu au téléphone.",
                          "Merci de prévoir une personne majeure sur place.")),
                  new Cue(
                      CLIENT,
                      PUBLIC,
                      25,
                      List.of(
                          "Parfait, je serai présent.",
                          "Très bien, ma voisine ouvrira si je suis en retard.",
                          "C'est noté, merci.",
                          "Faut-il couper l'alimentation avant votre arrivée ?")),
                  new Cue(
                      TECHNICIAN,
                      INTERNAL,
                      30,
                      List.of(
                          "Créneau vu. Je passe au dépôt avant.",
                          "Prévoir deux heures plutôt qu'une sur ce site.",
                          "Stationnement difficile, je viens avec le petit véhicule.")))),
          Map.entry(
              "EN_ROUTE",
              List.of(
                  new Cue(
                      TECHNICIAN,
                      PUBLIC,
                      2,
                      List.of(
                          "Je suis en route, arrivée dans une vingtaine de minutes.",
                          "J'arrive, un peu de circulation sur la rocade.")),
                  new Cue(
                      TECHNICIAN,
                      INTERNAL,
                      4,
                      List.of(
                          "Intervention précédente finie plus tôt, j'avance.",
                          "Dix minutes de retard, bouchon à la sortie du dépôt.")))),
          Map.entry(
              "IN_PROGRESS",
              List.of(
                  new Cue(
                      TECHNICIAN,
                      INTERNAL,
                      12,
                      List.of(
                          "Installation ancienne, plusieurs raccords à reprendre.",
                          "Défaut reproduit, je remonte la ligne.",
                          "L'entretien n'a pas été fait depuis au moins deux ans.",
                          "Photos prises avant démontage.",
                          "Le disjoncteur amont est sous-dimensionné, à signaler au commercial.")),
                  new Cue(
                      TECHNICIAN,
                      PUBLIC,
                      20,
                      List.of(
                          "Je suis sur place, le diagnostic est en cours.",
                          "L'origine du défaut est trouvée, je procède à la réparation.",
                          "L'installation est mise en sécurité le temps des travaux.")),
                  new Cue(
                      DISPATCHER,
                      INTERNAL,
                      35,
                      List.of(
                          "Le client demande une facture séparée pour le syndic.",
                          "Suite prévue à 16 h, dis-moi si tu débordes.")))),
          Map.entry(
              "ON_HOLD",
              List.of(
                  new Cue(
                      TECHNICIAN,
                      INTERNAL,
                      6,
                      List.of(
                          "Pièce hors stock au dépôt, délai fournisseur à confirmer.",
                          "Il me faut un deuxième homme pour la manutention.",
                          "Accès refusé par le locataire, à revoir avec le propriétaire.")),
                  new Cue(
                      DISPATCHER,
                      PUBLIC,
                      20,
                      List.of(
                          "La pièce est commandée, nous revenons vers vous dès sa réception.",
                          "Nous faisons le nécessaire pour reprendre au plus tôt.")),
                  new Cue(
                      CLIENT,
                      PUBLIC,
                      60,
                      List.of(
                          "Merci. Avez-vous une idée de la date ?",
                          "D'accord, peut-on avoir un chauffage d'appoint en attendant ?",
                          "C'est long, merci de me tenir au courant.")))),
          Map.entry(
              "DONE",
              List.of(
                  new Cue(
                      TECHNICIAN,
                      PUBLIC,
                      4,
                      List.of(
                          "Remise en service faite, essais concluants. Bonne journée.",
                          "Réparation terminée, l'installation fonctionne normalement.",
                          "Travaux terminés, le local a été nettoyé.")),
                  new Cue(
                      CLIENT,
                      PUBLIC,
                      50,
                      List.of(
                          "Merci, tout fonctionne.",
                          "Travail soigné, merci à votre technicien.",
                          "Impeccable, merci pour la rapidité.",
                          "Il reste un léger bruit, est-ce normal ?")),
                  new Cue(
                      TECHNICIAN,
                      INTERNAL,
                      10,
                      List.of(
                          "À prévoir : remplacement complet d'ici deux ans.",
                          "Compter trois heures au total, déplacement compris.",
                          "Un devis serait bienvenu pour la mise aux normes.")))),
          Map.entry(
              "UNRESOLVED",
              List.of(
                  new Cue(
                      TECHNICIAN,
                      INTERNAL,
                      5,
                      List.of(
                          "Personne sur place malgré deux appels.",
                          "Défaut intermittent, il faut revenir avec l'enregistreur.",
                          "Hors de notre périmètre, voir avec le gestionnaire de réseau.")),
                  new Cue(
                      DISPATCHER,
                      PUBLIC,
                      30,
                      List.of(
                          "Nous vous proposons un nouveau rendez-vous, un conseiller vous appelle.",
                          "L'intervention n'a pas pu aboutir ; nous la reprogrammons avec vous.")),
                  new Cue(
                      CLIENT,
                      PUBLIC,
                      90,
                      List.of(
                          "J'étais pourtant là toute la matinée…",
                          "Entendu, j'attends votre appel.")))),
          Map.entry(
              "CLOSED",
              List.of(
                  new Cue(
                      DISPATCHER,
                      INTERNAL,
                      3,
                      List.of(
                          "Rapport relu, dossier transmis à la facturation.",
                          "RAS, dossier complet.",
                          "Client rappelé, satisfait.")),
                  new Cue(
                      DISPATCHER,
                      PUBLIC,
                      6,
                      List.of(
                          "Le dossier est clos. Merci de votre confiance.",
                          "Le compte rendu est à votre disposition, bonne journée.")))),
          Map.entry(
              "CANCELLED",
              List.of(
                  new Cue(
                      DISPATCHER,
                      PUBLIC,
                      3,
                      List.of(
                          "Demande annulée à votre demande. N'hésitez pas à nous rappeler.",
                          "Nous annulons ce rendez-vous, comme convenu.")),
                  new Cue(
                      DISPATCHER,
                      INTERNAL,
                      5,
                      List.of(
                          "Doublon d'un autre dossier du même site.",
                          "Le client a fait appel au syndic.")))));

  static List<Cue> at(String status) {
    return BY_STATUS.getOrDefault(status, List.of());
  }
}
