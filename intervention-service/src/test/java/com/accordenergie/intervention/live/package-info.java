/** The feed by itself, without the broker. */
@NullMarked
package com.accordenergie.intervention.live;

import org.jspecify.annotations.NullMarked;
