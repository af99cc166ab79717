/** Sites over HTTP. */
@NullMarked
package com.accordenergie.user.site.web;

import org.jspecify.annotations.NullMarked;
