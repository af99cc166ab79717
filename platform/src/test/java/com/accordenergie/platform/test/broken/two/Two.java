package com.accordenergie.platform.test.broken.two;

import com.accordenergie.platform.test.broken.one.One;
import org.jspecify.annotations.Nullable;

/** Closes the circle. */
public class Two {

  @Nullable One back;
}
