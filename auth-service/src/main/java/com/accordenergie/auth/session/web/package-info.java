/** What an application may do about its owner's sessions. */
@NullMarked
package com.accordenergie.auth.session.web;

import org.jspecify.annotations.NullMarked;
