package com.accordenergie.user.client;

import java.util.UUID;

/** Who says whether a client is still needed. */
public interface ClientUse {

  boolean isUsed(UUID clientId);
}
