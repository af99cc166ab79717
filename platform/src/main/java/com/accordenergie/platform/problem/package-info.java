@NullMarked
package com.accordenergie.platform.problem;

import org.jspecify.annotations.NullMarked;
