/** What all pages of the login have in common. */
@NullMarked
package com.accordenergie.auth.page;

import org.jspecify.annotations.NullMarked;
