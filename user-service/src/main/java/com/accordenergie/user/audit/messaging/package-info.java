/** Where the journal comes from: the events of all services. */
@NullMarked
package com.accordenergie.user.audit.messaging;

import org.jspecify.annotations.NullMarked;
