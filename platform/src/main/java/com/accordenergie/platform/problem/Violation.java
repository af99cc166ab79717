package com.accordenergie.platform.problem;

/**
 * One value that is refused.
 *
 * @param pointer where it stands: {@code #/title} in the body (RFC 6901 as a URI fragment), {@code
 *     ?limit} in the query, {@code {id}} in the path, the header's name for a header
 * @param detail why, for people
 */
public record Violation(String pointer, String detail) {}
