/**
 * The conversation about an intervention: comments, pictures and status changes on one time line.
 *
 * <p>Flat on purpose. Two ways lead out of here, and they share no type: {@link
 * com.accordenergie.comment.StaffThread} for staff, {@link com.accordenergie.comment.ClientThread}
 * for clients, who never receive a byte of what is internal.
 */
@NullMarked
package com.accordenergie.comment;

import org.jspecify.annotations.NullMarked;
