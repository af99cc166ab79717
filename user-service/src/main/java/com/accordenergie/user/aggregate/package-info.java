/** What every stored thing with a history of versions has. */
@NullMarked
package com.accordenergie.user.aggregate;

import org.jspecify.annotations.NullMarked;
