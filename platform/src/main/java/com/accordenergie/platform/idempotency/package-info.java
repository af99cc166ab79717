/** What makes it safe to send a change again: its first answer is kept under the caller's key. */
@NullMarked
package com.accordenergie.platform.idempotency;

import org.jspecify.annotations.NullMarked;
