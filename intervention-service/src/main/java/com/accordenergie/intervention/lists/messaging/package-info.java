/** How the other services and the screens learn that a list was changed. */
@NullMarked
package com.accordenergie.intervention.lists.messaging;

import org.jspecify.annotations.NullMarked;
