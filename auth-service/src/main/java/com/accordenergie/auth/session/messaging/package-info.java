/** What other services are told of logins. */
@NullMarked
package com.accordenergie.auth.session.messaging;

import org.jspecify.annotations.NullMarked;
