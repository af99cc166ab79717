package com.accordenergie.intervention.work.web;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param fields by name; codes, ids and RFC 3339 times as text
 */
record StateView(Instant asOf, long version, Map<String, @Nullable String> fields) {}
