package com.accordenergie.user.search;

/**
 * A table that keeps the words by which something is found.
 *
 * @param name of the table, and the stem of its indexes' names
 * @param owner the column that says whose words they are
 */
public record WordTable(String name, String owner) {}
