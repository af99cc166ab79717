package com.accordenergie.intervention.document;

/**
 * A file for somebody to keep.
 *
 * @param name to save it under
 */
public record Document(String name, byte[] content) {}
