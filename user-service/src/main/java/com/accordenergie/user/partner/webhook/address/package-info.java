/** Which addresses may be called at a stranger's word. */
@NullMarked
package com.accordenergie.user.partner.webhook.address;

import org.jspecify.annotations.NullMarked;
