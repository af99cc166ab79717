/** That a list of the admin's was changed: statuses, transitions, urgencies. */
@NullMarked
package com.accordenergie.intervention.lists;

import org.jspecify.annotations.NullMarked;
