/**
 * The people, clients and sites that an intervention refers to, as copies of what user-service keeps.
 */
@NullMarked
package com.accordenergie.intervention.directory;

import org.jspecify.annotations.NullMarked;
