@NullMarked
package com.accordenergie.user.audit.messaging;

import org.jspecify.annotations.NullMarked;
