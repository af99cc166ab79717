package com.accordenergie.intervention.directory;

import java.util.UUID;

/** Told inside the service, in the transaction that took the news. */
public record ClientRenamed(UUID clientId) {}
