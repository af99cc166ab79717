@NullMarked
package com.accordenergie.intervention.statistics.web;

import org.jspecify.annotations.NullMarked;
