@NullMarked
package com.accordenergie.intervention.urgency.web;

import org.jspecify.annotations.NullMarked;
