/** Those whom the company works for. */
@NullMarked
package com.accordenergie.user.client;

import org.jspecify.annotations.NullMarked;
