/**
 * Events between the services: each change is told exactly when it happened, and heard once and in the
 * order of its aggregate's versions, whatever is away for a while.
 *
 * <p>Reading order:
 *
 * <ol>
 *   <li>Telling: {@link com.accordenergie.platform.messaging.Outbox} is all that a use case knows; {@link
 *       com.accordenergie.platform.messaging.StoredOutbox} keeps the event, {@link
 *       com.accordenergie.platform.messaging.OutboxRelay} brings it to the broker, {@link
 *       com.accordenergie.platform.messaging.OutboxBatch} says in which order.
 *   <li>Following: a service declares a {@link com.accordenergie.platform.messaging.Subscription}; {@link
 *       com.accordenergie.platform.messaging.Consumers} runs it, {@link
 *       com.accordenergie.platform.messaging.EventConsumer} handles what comes, {@link
 *       com.accordenergie.platform.messaging.Applying} decides what becomes of one event.
 *   <li>What cannot be handled: {@link com.accordenergie.platform.messaging.HeldEvents} keeps it, {@link
 *       com.accordenergie.platform.messaging.Retries} comes back to it, {@link
 *       com.accordenergie.platform.messaging.GapSearch} looks for what others wait for, {@link
 *       com.accordenergie.platform.messaging.ParkedEvents} shows what was given up.
 *   <li>The log of all events, {@link com.accordenergie.platform.messaging.EventLog}, which {@link
 *       com.accordenergie.platform.messaging.CatchUp} reads for a new subscription; and {@link
 *       com.accordenergie.platform.messaging.Streams}, which a service writes itself.
 *   <li>Rebuilding: {@link com.accordenergie.platform.messaging.ProjectionRebuild} fills a {@link
 *       com.accordenergie.platform.messaging.Projection} from the log once more, and compares.
 *   <li>For the admin: {@link com.accordenergie.platform.messaging.ConsumersController} and {@link
 *       com.accordenergie.platform.messaging.ProjectionsController}; {@link
 *       com.accordenergie.platform.messaging.EventsWatch} has the figures.
 * </ol>
 */
@NullMarked
package com.accordenergie.platform.messaging;

import org.jspecify.annotations.NullMarked;
