package com.accordenergie.intervention.volume;

/** Where the services keep their tables. */
record Schemas(String user, String auth, String intervention, String comment) {

  static final Schemas STANDARD =
      new Schemas("accord_user", "accord_auth", "accord_intervention", "accord_comment");
}
