/** Where live changes come from: the log of all services' events. */
@NullMarked
package com.accordenergie.intervention.live.messaging;

import org.jspecify.annotations.NullMarked;
