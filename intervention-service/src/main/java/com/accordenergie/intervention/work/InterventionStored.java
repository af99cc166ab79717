package com.accordenergie.intervention.work;

import java.util.UUID;

/** Told inside the service, in the transaction of the change and after its row was written. */
public record InterventionStored(UUID id) {}
