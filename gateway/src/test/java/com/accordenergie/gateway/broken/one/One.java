package com.accordenergie.gateway.broken.one;

import java.sql.Connection;

/** Keeps something. */
record One(Connection database) {}
