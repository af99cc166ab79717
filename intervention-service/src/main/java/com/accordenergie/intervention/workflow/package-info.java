@NullMarked
package com.accordenergie.intervention.workflow;

import org.jspecify.annotations.NullMarked;
