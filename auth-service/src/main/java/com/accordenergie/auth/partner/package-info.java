/** Partners as far as getting tokens is concerned: who they are, what they show, what their tokens say. */
@NullMarked
package com.accordenergie.auth.partner;

import org.jspecify.annotations.NullMarked;
