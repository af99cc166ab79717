@NullMarked
package com.accordenergie.intervention.live.messaging;

import org.jspecify.annotations.NullMarked;
