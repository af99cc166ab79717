package com.accordenergie.intervention.volume;

import java.util.List;

/** The words of the trade. */
final class Vocabulary {

  static final List<String> EQUIPMENT =
      List.of(
          "Chaudière gaz", "Chaudière fioul", "Chauffe-eau", "Pompe à chaleur", "Radiateur",
          "Plancher chauffant", "Circulateur", "Vase d'expansion", "Brûleur", "Thermostat",
          "Ballon tampon", "Vanne trois voies", "Compteur de calories", "Sous-station",
          "Robinetterie", "VMC", "Climatiseur", "Panneau solaire", "Régulation", "Adoucisseur");
  static final List<String> TROUBLES =
      List.of(
          "en panne", "qui fuit", "en sécurité", "bruyante", "sous pression", "à l'arrêt",
          "avec odeur de gaz", "à remplacer", "à entretenir", "mal réglée", "encrassée", "gelée",
          "entartrée", "sans eau chaude", "sans chauffage");
  static final List<String> PLACES =
      List.of(
          "au sous-sol", "en toiture", "dans la cuisine", "au local technique", "au troisième étage",
          "dans la cave", "au rez-de-chaussée", "en chaufferie", "dans le garage", "à l'accueil");
  static final List<String> CALLS =
      List.of(
          "Appel du gardien", "Signalé par un locataire", "Demande du syndic",
          "Visite annuelle prévue au contrat", "Alarme de télésurveillance", "Appel de nuit",
          "Demande écrite", "Relance du client");
  static final List<String> DETAILS =
      List.of(
          "prévoir un joint", "accès par le digicode", "clé chez le concierge", "voir le carnet",
          "pression relevée basse", "code défaut affiché", "prévenir avant de passer",
          "second passage", "pièce peut-être sous garantie", "local fermé le midi");
  static final List<String> REPORTS =
      List.of(
          "Remplacement du joint, essai concluant.", "Nettoyage du brûleur et réglage.",
          "Purge du circuit, pression remise à niveau.", "Changement du circulateur.",
          "Remise en service après réarmement.", "Contrôle complet, rien à signaler.");
  static final List<String> REASONS =
      List.of(
          "pièce commandée", "client absent", "accès impossible", "attente de l'accord du syndic");
  static final List<String> CANCELLATIONS =
      List.of("demande en double", "résolu par le gardien", "annulé par le client");
  static final List<String> COMMENTS =
      List.of(
          "Le technicien a prévenu de son passage.", "Merci de rappeler avant de venir.",
          "La pièce est arrivée à l'agence.", "Le gardien ouvrira le local.",
          "Toujours pas d'eau chaude ce matin.", "Rendez-vous confirmé par téléphone.");
  static final List<String> HOUSES =
      List.of(
          "Résidence", "Copropriété", "Hôtel", "Lycée", "Clinique", "Mairie de", "Syndic",
          "Boulangerie", "Garage", "Piscine", "Bibliothèque", "Crèche");
  static final List<String> NAMES =
      List.of(
          "Bellevue", "des Tilleuls", "du Parc", "Métropole", "Ampère", "Saint-Exupéry", "des Alpes",
          "du Rhône", "Voltaire", "Pasteur", "des Érables", "du Château", "Jean-Moulin", "Lumière",
          "de la Gare", "des Cèdres", "Gambetta", "Victor-Hugo", "du Lac", "de l'Étoile");
  static final List<String> TOWNS =
      List.of(
          "69003 Lyon", "69100 Villeurbanne", "69200 Vénissieux", "69500 Bron",
          "69300 Caluire-et-Cuire", "42000 Saint-Étienne", "38200 Vienne", "38300 Bourgoin-Jallieu",
          "38000 Grenoble", "73000 Chambéry", "74000 Annecy", "26000 Valence");
  static final List<String> SKILLS =
      List.of("chaudière gaz", "pompe à chaleur", "climatisation", "plomberie", "électricité");
  static final List<String> FIRST_NAMES =
      List.of(
          "Amélie", "Bruno", "Chloé", "David", "Élodie", "Farid", "Gaëlle", "Hugo", "Inès", "Julien",
          "Karim", "Léa", "Mathieu", "Nadia", "Olivier", "Pauline", "Quentin", "Rachid", "Sophie",
          "Thomas");
  static final List<String> LAST_NAMES =
      List.of(
          "Martin", "Bernard", "Petit", "Durand", "Leroy", "Moreau", "Simon", "Laurent", "Lefèvre",
          "Roux", "Fournier", "Girard", "Bonnet", "Dupont", "Lambert", "Fontaine", "Rousseau",
          "Vincent", "Muller", "Faure");

  private Vocabulary() {}
}
