package com.accordenergie.user.partner.webhook.delivery;

import org.jspecify.annotations.Nullable;

/**
 * How far a webhook has come in its partner's stream.
 *
 * @param position null before the first look
 * @param replay what is to be read before going on there
 * @param replays how many were asked for so far
 * @param waiting how many deliveries wait
 */
record Progress(@Nullable Position position, @Nullable Replay replay, int replays, int waiting) {}
