/**
 * Takes over lists that were kept elsewhere: everything in a table is checked first, and then all of it
 * is written through the use cases, or nothing. It adds what is not there yet and changes nothing that
 * is, so the same table may be sent again.
 */
@NullMarked
package com.accordenergie.user.imports;

import org.jspecify.annotations.NullMarked;
