/** What is deleted because nobody will ask for it any more. */
@NullMarked
package com.accordenergie.platform.housekeeping;

import org.jspecify.annotations.NullMarked;
