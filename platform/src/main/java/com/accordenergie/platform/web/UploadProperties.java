package com.accordenergie.platform.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where files are taken in: multipart forms, or tables as {@code text/csv}, that may be larger than any
 * other body and take longer.
 *
 * @param paths patterns of these routes
 * @param limit of a body as a whole
 * @param atOnce how many forms are handled at the same time; each may take much memory
 * @param underWay how many are received or wait for their turn; beyond it the answer is 503 at once
 * @param patience how long a form waits for its turn; after that the answer is 503
 */
@ConfigurationProperties("accord.uploads")
record UploadProperties(
    @DefaultValue List<String> paths,
    @DefaultValue("10MB") DataSize limit,
    @DefaultValue("1") int atOnce,
    @DefaultValue("50") int underWay,
    @DefaultValue("20s") Duration patience) {}
