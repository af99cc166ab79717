@NullMarked
package com.accordenergie.intervention.directory;

import org.jspecify.annotations.NullMarked;
