/** The journal, for the admin to search. */
@NullMarked
package com.accordenergie.user.audit.web;

import org.jspecify.annotations.NullMarked;
