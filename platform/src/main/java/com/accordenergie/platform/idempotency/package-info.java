@NullMarked
package com.accordenergie.platform.idempotency;

import org.jspecify.annotations.NullMarked;
