@NullMarked
package com.accordenergie.intervention;

import org.jspecify.annotations.NullMarked;
