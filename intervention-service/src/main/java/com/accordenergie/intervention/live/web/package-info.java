/** The streams of server-sent events, their bounds and their ends. */
@NullMarked
package com.accordenergie.intervention.live.web;

import org.jspecify.annotations.NullMarked;
