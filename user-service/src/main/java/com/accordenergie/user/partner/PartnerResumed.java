package com.accordenergie.user.partner;

import java.util.UUID;

/** Inside the service, within the transaction: a suspended partner is served again. */
public record PartnerResumed(UUID partner) {}
