/** Programs of other companies, and what they may read. */
@NullMarked
package com.accordenergie.user.partner;

import org.jspecify.annotations.NullMarked;
