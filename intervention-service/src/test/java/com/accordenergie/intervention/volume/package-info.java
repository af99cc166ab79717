/** Whether the generated volume keeps what the services promise of their rows. */
@NullMarked
package com.accordenergie.intervention.volume;

import org.jspecify.annotations.NullMarked;
