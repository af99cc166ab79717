/** Logging in: the proof, and the patience with those who fail it. */
@NullMarked
package com.accordenergie.auth.login;

import org.jspecify.annotations.NullMarked;
