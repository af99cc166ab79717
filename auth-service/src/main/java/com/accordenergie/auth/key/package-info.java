/** The keys that sign tokens, shared by all instances. */
@NullMarked
package com.accordenergie.auth.key;

import org.jspecify.annotations.NullMarked;
