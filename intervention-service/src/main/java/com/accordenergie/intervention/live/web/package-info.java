@NullMarked
package com.accordenergie.intervention.live.web;

import org.jspecify.annotations.NullMarked;
