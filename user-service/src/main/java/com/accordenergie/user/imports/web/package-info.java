/** Taking over a table of clients or technicians, or first only looking at what it would do. */
@NullMarked
package com.accordenergie.user.imports.web;

import org.jspecify.annotations.NullMarked;
