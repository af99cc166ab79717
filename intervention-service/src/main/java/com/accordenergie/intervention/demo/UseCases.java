package com.accordenergie.intervention.demo;

import com.accordenergie.intervention.work.Changing;
import com.accordenergie.intervention.work.Creating;
import com.accordenergie.intervention.work.Transitioning;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** All that the demo may do: what people may do, at a time of its choice. */
@Component
@ConditionalOnProperty("accord.demo")
record UseCases(Creating creating, Transitioning transitioning, Changing changing) {}
