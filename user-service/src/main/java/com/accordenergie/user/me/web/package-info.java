/** The caller over HTTP. */
@NullMarked
package com.accordenergie.user.me.web;

import org.jspecify.annotations.NullMarked;
