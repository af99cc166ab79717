@NullMarked
package com.accordenergie.intervention.urgency;

import org.jspecify.annotations.NullMarked;
