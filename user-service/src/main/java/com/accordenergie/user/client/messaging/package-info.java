/** What other services are told of clients. */
@NullMarked
package com.accordenergie.user.client.messaging;

import org.jspecify.annotations.NullMarked;
