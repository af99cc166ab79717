package com.accordenergie.user.person.messaging;

import java.util.UUID;

/** The data of {@code user.erased}: all that is left. */
record PersonErased(UUID id) {}
