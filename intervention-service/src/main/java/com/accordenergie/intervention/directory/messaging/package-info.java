/** How the directory follows user-service. */
@NullMarked
package com.accordenergie.intervention.directory.messaging;

import org.jspecify.annotations.NullMarked;
