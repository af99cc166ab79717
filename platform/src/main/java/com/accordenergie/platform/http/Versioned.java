package com.accordenergie.platform.http;

/**
 * What another service says about a thing, as of a version of it.
 *
 * @param version from the answer's {@code ETag}
 */
public record Versioned<T>(T value, long version) {}
