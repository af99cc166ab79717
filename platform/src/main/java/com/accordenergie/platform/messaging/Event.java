package com.accordenergie.platform.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as a consumer receives it.
 *
 * @param subject what it is about: the intervention, the person, the client, the site
 * @param sequence the version of the aggregate that this event tells, 1..n without gaps
 * @param time when the change happened
 * @param actor who made it; null when the suite did by itself, or the event is older than the attribute
 */
public record Event<T>(
    UUID id,
    EventType type,
    UUID subject,
    long sequence,
    Instant time,
    @Nullable UUID actor,
    T data) {}
