@NullMarked
package com.accordenergie.intervention.work.messaging;

import org.jspecify.annotations.NullMarked;
