/** The people: users, clients with their sites, technicians. */
@NullMarked
package com.accordenergie.user;

import org.jspecify.annotations.NullMarked;
