/**
 * The browser's login session: the gateway is the application that people log in to, and keeps their
 * tokens in a cookie that only gateways can read. Nothing is stored, so any instance can go on with
 * what another began.
 */
@NullMarked
package com.accordenergie.gateway.session;

import org.jspecify.annotations.NullMarked;
