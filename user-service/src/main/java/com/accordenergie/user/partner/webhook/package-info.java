/** Where partners want their events sent, and the secrets that are signed with. */
@NullMarked
package com.accordenergie.user.partner.webhook;

import org.jspecify.annotations.NullMarked;
