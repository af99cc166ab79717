@NullMarked
package com.accordenergie.intervention.volume;

import org.jspecify.annotations.NullMarked;
