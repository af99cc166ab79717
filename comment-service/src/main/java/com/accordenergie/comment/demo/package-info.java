/** The demo's conversations: held through the same use cases as real ones, at times gone by. */
@NullMarked
package com.accordenergie.comment.demo;

import org.jspecify.annotations.NullMarked;
