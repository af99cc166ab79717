/** What this service keeps locked in its database. */
@NullMarked
package com.accordenergie.user.vault;

import org.jspecify.annotations.NullMarked;
