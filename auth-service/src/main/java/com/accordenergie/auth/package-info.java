/** Who you are: accounts, credentials, tokens, keys. */
@NullMarked
package com.accordenergie.auth;

import org.jspecify.annotations.NullMarked;
