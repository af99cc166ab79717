/** Changes told to open screens while they happen: to each reader only what they may see. */
@NullMarked
package com.accordenergie.intervention.live;

import org.jspecify.annotations.NullMarked;
