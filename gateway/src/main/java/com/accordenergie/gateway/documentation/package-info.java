/** The API as one document, made of what each service says of itself, and a page to read it. */
@NullMarked
package com.accordenergie.gateway.documentation;

import org.jspecify.annotations.NullMarked;
