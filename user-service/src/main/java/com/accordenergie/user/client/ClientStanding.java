package com.accordenergie.user.client;

/** What an id of a client stands for. */
public enum ClientStanding {
  UNKNOWN,
  ACTIVE,
  RETIRED
}
