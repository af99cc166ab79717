/** Technicians over HTTP: the people who go there, as those see them who send them. */
@NullMarked
package com.accordenergie.user.technician.web;

import org.jspecify.annotations.NullMarked;
