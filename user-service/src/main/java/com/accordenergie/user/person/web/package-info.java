/** People over HTTP. */
@NullMarked
package com.accordenergie.user.person.web;

import org.jspecify.annotations.NullMarked;
