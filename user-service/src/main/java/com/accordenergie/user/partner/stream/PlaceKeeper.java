package com.accordenergie.user.partner.stream;

/** Somebody who keeps places of entries. */
public interface PlaceKeeper {

  /**
   * The log is another one, and its places begin anew: those that are kept say nothing any longer. Called
   * in the transaction that outdates all streams.
   */
  void startAnew();
}
