/** What the operations of all services have in common, in the API's description. */
@NullMarked
package com.accordenergie.platform.openapi;

import org.jspecify.annotations.NullMarked;
