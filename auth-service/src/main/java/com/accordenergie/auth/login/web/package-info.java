/** What somebody sees who logs in or out. */
@NullMarked
package com.accordenergie.auth.login.web;

import org.jspecify.annotations.NullMarked;
