/** The journal of the suite: who changed what and when, out of the events of all services. */
@NullMarked
package com.accordenergie.user.audit;

import org.jspecify.annotations.NullMarked;
