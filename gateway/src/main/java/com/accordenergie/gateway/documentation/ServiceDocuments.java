package com.accordenergie.gateway.documentation;

import com.accordenergie.gateway.upstream.Upstream;
import com.accordenergie.gateway.upstream.UpstreamCalls;
import com.accordenergie.platform.problem.ProblemException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The documents that the services generate from their own code, asked for all at once. */
@Component
class ServiceDocuments {

  private static final Logger log = LoggerFactory.getLogger(ServiceDocuments.class);
  private static final String PATH = "/v3/api-docs";

  /** A service generates its document when it is first asked for, which takes a while. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final UpstreamCalls services;
  private final JsonMapper json;

  ServiceDocuments(UpstreamCalls services, JsonMapper json) {
    this.services = services;
    this.json = json;
  }

  /** What could be had; a service that is away is missing. */
  Map<Upstream, ObjectNode> fetch() {
    Map<Upstream, Future<Optional<ObjectNode>>> asked = new EnumMap<>(Upstream.class);
    Map<Upstream, ObjectNode> documents = new EnumMap<>(Upstream.class);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Upstream upstream : Upstream.values()) {
        Callable<Optional<ObjectNode>> question = () -> documentOf(upstream);
        asked.put(upstream, executor.submit(question));
      }
      for (var answer : asked.entrySet()) {
        answer
            .getValue()
            .get()
            .ifPresent(document -> documents.put(answer.getKey(), document));
      }
      return documents;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return documents;
    } catch (ExecutionException unexpected) {
      throw new IllegalStateException(unexpected.getCause());
    }
  }

  private Optional<ObjectNode> documentOf(Upstream upstream) {
    try {
      UpstreamCalls.Reply reply = services.get(upstream, PATH, PATIENCE);
      if (reply.succeeded() && json.readTree(reply.body()) instanceof ObjectNode document) {
        return Optional.of(document);
      }
      log.warn("No API document of {}: {}", upstream.serviceName(), reply.status());
    } catch (ProblemException | JacksonException away) {
      log.warn("No API document of {}: {}", upstream.serviceName(), away.getMessage());
    }
    return Optional.empty();
  }
}
