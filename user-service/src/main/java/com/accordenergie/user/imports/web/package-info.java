@NullMarked
package com.accordenergie.user.imports.web;

import org.jspecify.annotations.NullMarked;
