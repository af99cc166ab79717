/** What other services are told of sites. */
@NullMarked
package com.accordenergie.user.site.messaging;

import org.jspecify.annotations.NullMarked;
