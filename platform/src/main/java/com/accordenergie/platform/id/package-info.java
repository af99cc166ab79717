/** Ids that sort by the time they were made, and those of the demo. */
@NullMarked
package com.accordenergie.platform.id;

import org.jspecify.annotations.NullMarked;
