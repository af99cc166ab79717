package com.accordenergie.gateway.page;

/**
 * What a notice says, in one language.
 *
 * @param action what the way on is called
 */
public record Words(String title, String text, String action) {}
