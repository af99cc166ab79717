package com.accordenergie.user.partner.stream;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * @param items CloudEvents
 * @param nextCursor where to go on, even when nothing was there
 */
public record FeedPage(List<JsonNode> items, String nextCursor) {}
