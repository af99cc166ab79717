package com.accordenergie.auth.key;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param secret protects the keys at rest; the same for every instance, and kept like a password
 * @param rotation how long a key signs before a newer one takes over
 * @param announcement how long a newer key is published before it signs, so that whoever caches our
 *     keys knows it by then
 * @param overlap how long a replaced key stays published: longer than any token it signed lives
 */
@ConfigurationProperties("accord.keys")
record KeyProperties(
    String secret,
    @DefaultValue("90d") Duration rotation,
    @DefaultValue("10m") Duration announcement,
    @DefaultValue("1d") Duration overlap) {}
