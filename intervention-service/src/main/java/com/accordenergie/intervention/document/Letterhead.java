package com.accordenergie.intervention.document;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * In whose name documents are made.
 *
 * @param trade what the company does, below its name
 * @param email where questions go
 */
@ConfigurationProperties("accord.letterhead")
record Letterhead(String company, String trade, String email) {}
