/** What other services are told of people. */
@NullMarked
package com.accordenergie.user.person.messaging;

import org.jspecify.annotations.NullMarked;
