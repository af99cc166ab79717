@NullMarked
package com.accordenergie.gateway.documentation;

import org.jspecify.annotations.NullMarked;
