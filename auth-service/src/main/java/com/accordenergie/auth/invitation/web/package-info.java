/** Inviting through the API, accepting in the browser. */
@NullMarked
package com.accordenergie.auth.invitation.web;

import org.jspecify.annotations.NullMarked;
