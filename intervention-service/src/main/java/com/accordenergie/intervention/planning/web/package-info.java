@NullMarked
package com.accordenergie.intervention.planning.web;

import org.jspecify.annotations.NullMarked;
