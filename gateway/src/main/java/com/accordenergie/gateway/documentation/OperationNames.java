package com.accordenergie.gateway.documentation;

import com.accordenergie.gateway.upstream.Upstream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Two services may give an operation the same name; a generated client could not. */
final class OperationNames {

  private final Set<String> taken = new HashSet<>();

  void makeUnique(Upstream upstream, ObjectNode operation) {
    String name = operation.path("operationId").asString("");
    if (name.isEmpty() || taken.add(name)) {
      return;
    }
    String prefixed =
        upstream.name().toLowerCase(Locale.ROOT)
            + Character.toUpperCase(name.charAt(0))
            + name.substring(1);
    taken.add(prefixed);
    operation.put("operationId", prefixed);
  }
}
