@NullMarked
package com.accordenergie.intervention.config;

import org.jspecify.annotations.NullMarked;
