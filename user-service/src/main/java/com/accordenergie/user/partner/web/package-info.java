/** Partners over HTTP: for admins, and for themselves. */
@NullMarked
package com.accordenergie.user.partner.web;

import org.jspecify.annotations.NullMarked;
