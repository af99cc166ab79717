package com.accordenergie.intervention.directory;

import java.util.UUID;

/** A client of whom user-service told. */
public record Client(UUID id, String code, String name, boolean active) {}
