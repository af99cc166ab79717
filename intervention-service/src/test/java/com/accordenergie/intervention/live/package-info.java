@NullMarked
package com.accordenergie.intervention.live;

import org.jspecify.annotations.NullMarked;
