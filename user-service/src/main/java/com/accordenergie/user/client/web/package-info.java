/** Clients over HTTP. */
@NullMarked
package com.accordenergie.user.client.web;

import org.jspecify.annotations.NullMarked;
