/** What all routes of this service do alike. */
@NullMarked
package com.accordenergie.user.web;

import org.jspecify.annotations.NullMarked;
