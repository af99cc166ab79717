@NullMarked
package com.accordenergie.intervention.history.web;

import org.jspecify.annotations.NullMarked;
