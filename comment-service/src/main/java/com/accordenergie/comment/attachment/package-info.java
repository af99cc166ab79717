/**
 * Photos and the client's signature.
 *
 * <p>What somebody sends is only the pattern for what is kept: each picture is decoded and drawn
 * anew, so that nothing of the file (where it was taken, what hides in it) reaches another's screen.
 * Who may take part, how long one may think again, and how clients' and staff's ways part is the
 * conversation's to say; this package adds none of its own.
 */
@NullMarked
package com.accordenergie.comment.attachment;

import org.jspecify.annotations.NullMarked;
