@NullMarked
package com.accordenergie.intervention.lists.messaging;

import org.jspecify.annotations.NullMarked;
