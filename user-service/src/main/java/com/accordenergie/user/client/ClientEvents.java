package com.accordenergie.user.client;

/** Tells the others what became of a client, in the transaction in which it did. */
public interface ClientEvents {

  void created(ClientSnapshot client);

  void updated(ClientSnapshot client);

  void retired(ClientSnapshot client);
}
