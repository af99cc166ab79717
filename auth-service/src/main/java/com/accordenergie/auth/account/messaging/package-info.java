/** How accounts follow their people. */
@NullMarked
package com.accordenergie.auth.account.messaging;

import org.jspecify.annotations.NullMarked;
