@NullMarked
package com.accordenergie.platform.web;

import org.jspecify.annotations.NullMarked;
