/** What other services and partners are told of interventions. */
@NullMarked
package com.accordenergie.intervention.work.messaging;

import org.jspecify.annotations.NullMarked;
