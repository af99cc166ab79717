@NullMarked
package com.accordenergie.user.audit.web;

import org.jspecify.annotations.NullMarked;
