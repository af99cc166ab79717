package com.accordenergie.intervention.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** What people call for, and what the technician finds. */
record Trouble(String urgency, String title, String description, String report) {

  private static final List<Trouble> ALL =
      List.of(
          new Trouble(
              "CRITICAL",
              "Odeur de gaz en chaufferie",
              "Le gardien sent une odeur de gaz depuis 20 minutes. Vanne de barrage fermée à notre"
                  + " demande, local aéré, occupants prévenus.",
              "Fuite sur le raccord de la rampe gaz. Joint remplacé, essai d'étanchéité à 150 mbar"
                  + " conforme, remise en gaz faite en présence du gardien."),
          new Trouble(
              "CRITICAL",
              "Détecteur de CO en alarme",
              "Détecteur déclenché deux fois ce matin près de la chaudière. Appareil arrêté,"
                  + " fenêtres ouvertes, personne ne se plaint de malaise.",
              "Conduit de fumée partiellement obstrué par un nid. Débistrage, tirage mesuré à 15 Pa,"
                  + " CO ambiant à 0 ppm après une heure de marche."),
          new Trouble(
              "CRITICAL",
              "Inondation du local technique",
              "Dix centimètres d'eau au sol, l'armoire électrique est à proximité. Courant coupé au"
                  + " général par le client.",
              "Soupape du ballon bloquée ouverte. Soupape et siphon remplacés, local pompé, armoire"
                  + " contrôlée et réenclenchée."),
          new Trouble(
              "HIGH",
              "Plus de chauffage dans tout l'immeuble",
              "Chaudière collective à l'arrêt depuis cette nuit, code défaut F28, 16 °C dans les"
                  + " logements.",
              "Électrode d'allumage usée et câble fendu. Les deux remplacés, cinq démarrages à froid"
                  + " réussis, départ à 65 °C."),
          new Trouble(
              "HIGH",
              "Plus d'eau chaude sanitaire",
              "Aucune eau chaude depuis hier soir sur les trois derniers étages.",
              "Circulateur de bouclage grippé. Circulateur remplacé, équilibrage des colonnes repris,"
                  + " 52 °C au point le plus éloigné."),
          new Trouble(
              "HIGH",
              "Chaudière qui se met en sécurité",
              "Réarmement possible mais la chaudière s'arrête au bout de dix minutes, pression à"
                  + " 0,4 bar.",
              "Vase d'expansion dégonflé et fuite au purgeur. Vase regonflé à 1 bar, purgeur"
                  + " remplacé, installation remise à 1,6 bar."),
          new Trouble(
              "HIGH",
              "Pompe à chaleur en défaut haute pression",
              "Défaut HP au tableau, le bâtiment tient sur l'appoint électrique.",
              "Échangeur encrassé côté eau et filtre colmaté. Désembouage, filtre neuf, pressions"
                  + " revenues dans la plage."),
          new Trouble(
              "HIGH",
              "Fuite sur une colonne de chauffage",
              "Goutte-à-goutte au plafond du deuxième étage, le seau se remplit en deux heures.",
              "Raccord corrodé en gaine technique. Tronçon d'un mètre repris en multicouche, remise en"
                  + " eau et purge des radiateurs."),
          new Trouble(
              "NORMAL",
              "Radiateurs froids au dernier étage",
              "Les quatre radiateurs du cinquième restent tièdes alors que les autres chauffent.",
              "Air dans la colonne et deux tés de réglage fermés. Purge complète et équilibrage, 58 °C"
                  + " au départ des quatre radiateurs."),
          new Trouble(
              "NORMAL",
              "Bruit de claquement dans les tuyaux",
              "Claquements à chaque démarrage de la pompe, surtout le matin.",
              "Clapet antiretour usé. Clapet remplacé et colliers resserrés, plus de bruit sur trois"
                  + " cycles."),
          new Trouble(
              "NORMAL",
              "Régulation qui n'applique plus la programmation",
              "Le chauffage reste en confort la nuit et le week-end.",
              "Horloge du régulateur déréglée après une coupure, pile vide. Pile neuve, programmes"
                  + " ressaisis et expliqués au gardien."),
          new Trouble(
              "NORMAL",
              "VMC à l'arrêt",
              "Plus d'extraction dans les sanitaires, odeurs signalées par les occupants.",
              "Courroie cassée et filtre saturé. Courroie et filtre remplacés, débits mesurés et"
                  + " consignés."),
          new Trouble(
              "NORMAL",
              "Chauffe-eau électrique qui disjoncte",
              "Le différentiel saute dès que le chauffe-eau se met en marche.",
              "Résistance percée. Résistance stéatite et joint remplacés, isolement mesuré conforme."),
          new Trouble(
              "NORMAL",
              "Pression qui baisse toutes les semaines",
              "Appoint d'eau nécessaire chaque lundi, pas de fuite visible.",
              "Fuite lente au presse-étoupe d'une vanne enterrée. Presse-étoupe refait, pression"
                  + " stable après 24 heures."),
          new Trouble(
              "NORMAL",
              "Climatisation de la salle serveurs inefficace",
              "26 °C dans la salle, consigne à 20 °C, unité extérieure qui tourne sans arrêt.",
              "Manque de charge après une fuite à un dudgeon. Dudgeon refait, charge complétée de"
                  + " 400 g, 20 °C atteints."),
          new Trouble(
              "NORMAL",
              "Brûleur fioul qui fume au démarrage",
              "Fumée noire au démarrage, suie autour de la sortie.",
              "Gicleur usé et mauvais réglage d'air. Gicleur remplacé, combustion réglée, opacité 0."),
          new Trouble(
              "NORMAL",
              "Sous-station : échangeur entartré",
              "L'eau chaude met plus de cinq minutes à arriver et reste tiède.",
              "Échangeur à plaques détartré, vanne trois voies dégrippée, 58 °C en sortie."),
          new Trouble(
              "LOW",
              "Entretien annuel de la chaudière",
              "Visite annuelle prévue au contrat, attestation à remettre au client.",
              "Nettoyage du corps de chauffe, contrôle des sécurités et de la combustion, attestation"
                  + " remise."),
          new Trouble(
              "LOW",
              "Contrôle d'étanchéité de la climatisation",
              "Contrôle périodique obligatoire, registre à jour à présenter.",
              "Contrôle au détecteur électronique, aucune fuite. Registre complété, vignette posée."),
          new Trouble(
              "LOW",
              "Remplacement de robinets thermostatiques",
              "Sept têtes à remplacer dans les bureaux du premier étage.",
              "Sept têtes posées et réglées sur 3, ancien matériel évacué."),
          new Trouble(
              "LOW",
              "Relevé des compteurs de calories",
              "Relevé semestriel demandé par le syndic avant la répartition des charges.",
              "Douze compteurs relevés, un compteur muet signalé pour remplacement."),
          new Trouble(
              "LOW",
              "Réglage de la courbe de chauffe",
              "Les occupants trouvent qu'il fait trop chaud à la mi-saison.",
              "Pente ramenée de 1,6 à 1,3, abaissement nocturne activé, client informé."),
          new Trouble(
              "LOW",
              "Adoucisseur à recharger",
              "Voyant de sel allumé depuis une semaine.",
              "Bac rechargé (50 kg), dureté en sortie mesurée à 8 °f, régénération lancée."));

  static final List<String> HOLDS =
      List.of(
          "Pièce à commander : circulateur, délai deux jours",
          "Pièce à commander : carte électronique",
          "Client absent, clé non disponible",
          "Accès à la chaufferie fermé",
          "Attente de l'accord du syndic sur le devis",
          "Intervention d'un couvreur nécessaire avant la suite");
  static final List<String> FAILURES =
      List.of(
          "Installation trop ancienne, pièce qui n'existe plus",
          "Réseau enterré à reprendre par une entreprise de terrassement",
          "Personne pour ouvrir malgré deux appels",
          "Amiante suspectée, diagnostic à faire avant travaux");
  static final List<String> FAILED_VISITS =
      List.of(
          "Diagnostic fait, réparation impossible ce jour. Installation mise en sécurité.",
          "Déplacement sans suite : accès impossible. Avis de passage laissé.",
          "Démontage partiel, pièce introuvable. Fonctionnement provisoire en mode dégradé.");
  static final List<String> REFUSALS =
      List.of(
          "Habilitation gaz non à jour", "Déjà en intervention de l'autre côté de l'agglomération",
          "Véhicule en panne");
  static final List<String> CANCELLATIONS =
      List.of(
          "Demande en double", "Résolu par le gardien", "Annulé par le client",
          "Le client passe par le constructeur, sous garantie", "Immeuble vidé pour travaux");
  static final List<String> REJECTIONS =
      List.of(
          "Le client signale que la panne est revenue", "Mesures absentes du rapport",
          "Un radiateur reste froid");
  static final List<String> REOPENINGS =
      List.of("Même panne une semaine après", "Clôturée par erreur, devis encore attendu");

  static Trouble any(RandomGenerator random) {
    return pick(ALL, random);
  }

  static <T> T pick(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }
}
