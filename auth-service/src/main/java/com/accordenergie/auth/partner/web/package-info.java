/** The credentials of partners, for the admin. */
@NullMarked
package com.accordenergie.auth.partner.web;

import org.jspecify.annotations.NullMarked;
