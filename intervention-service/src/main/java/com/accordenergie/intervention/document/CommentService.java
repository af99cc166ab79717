package com.accordenergie.intervention.document;

import com.accordenergie.platform.http.ServiceClients;
import com.accordenergie.platform.problem.Problems;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks comment-service for an intervention's public pictures, as the caller would; 503 when it does
 * not answer, or not in time: a paper without the client's signature would pass for an unsigned one.
 */
@Component
class CommentService {

  /** All calls together; whoever asked for the paper waits ten seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int PHOTOS = 12;
  private static final int LARGEST = 2 << 20;

  private static final Logger log = LoggerFactory.getLogger(CommentService.class);

  private final RestClient comments;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  CommentService(ServiceClients services) {
    this.comments = services.asCaller("comment-service");
  }

  @PreDestroy
  void close() {
    calls.shutdownNow();
  }

  Pictures pictures(UUID intervention) {
    Callable<Pictures> asking = () -> fetch(intervention);
    Future<Pictures> answer = calls.submit(DelegatingSecurityContextCallable.create(asking, null));
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException away) {
      answer.cancel(true);
      log.warn("comment-service did not give the pictures of {}: {}", intervention, away.toString());
      throw Problems.unavailable("The photos and the signature cannot be had right now.");
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw Problems.unavailable("The service is stopping.");
    }
  }

  private Pictures fetch(UUID intervention) {
    List<Attachment> attachments = attachments(intervention);
    List<Attachment> photos = attachments.stream().filter(Attachment::isPhoto).toList();
    List<Attachment> latest = photos.subList(Math.max(0, photos.size() - PHOTOS), photos.size());
    List<Pictures.Photo> shown =
        latest.stream().flatMap(attachment -> photo(attachment).stream()).toList();
    Pictures.Signature signature =
        attachments.reversed().stream()
            .filter(Attachment::isSignature)
            .findFirst()
            .flatMap(this::signature)
            .orElse(null);
    return new Pictures(shown, photos.size() - latest.size(), signature);
  }

  private List<Attachment> attachments(UUID intervention) {
    List<Attachment> all = new ArrayList<>();
    String cursor = null;
    do {
      Page page = page(intervention, cursor);
      page.items().stream().filter(Attachment::isPublic).forEach(all::add);
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }

  private Page page(UUID intervention, @Nullable String cursor) {
    return comments
        .get()
        .uri(
            address ->
                address
                    .path("/api/v1/interventions/{id}/attachments")
                    .queryParam("limit", 100)
                    .queryParamIfPresent("cursor", Optional.ofNullable(cursor))
                    .build(intervention))
        .exchangeForRequiredValue(
            (request, response) -> {
              requireOk(response);
              Page page = response.bodyTo(Page.class);
              return page == null ? new Page(List.of(), null) : page;
            });
  }

  private Optional<Pictures.Photo> photo(Attachment attachment) {
    return source(attachment, "thumbnail")
        .map(
            source ->
                new Pictures.Photo(
                    source,
                    attachment.caption(),
                    attachment.happenedAt()));
  }

  private Optional<Pictures.Signature> signature(Attachment attachment) {
    return source(attachment, "content")
        .map(
            source ->
                new Pictures.Signature(
                    source,
                    attachment.signer() == null ? "" : attachment.signer(),
                    attachment.happenedAt()));
  }

  /** Nothing when it was taken away meanwhile. */
  private Optional<String> source(Attachment attachment, String size) {
    return comments
        .get()
        .uri("/api/v1/attachments/{id}/" + size, attachment.id())
        .exchangeForRequiredValue(
            (request, response) -> {
              if (response.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) {
                return Optional.<String>empty();
              }
              requireOk(response);
              byte[] content = response.getBody().readNBytes(LARGEST + 1);
              MediaType type = response.getHeaders().getContentType();
              if (content.length > LARGEST || type == null) {
                throw new RestClientException("picture " + attachment.id() + " is not as agreed");
              }
              return Optional.of(Pictures.source(type.toString(), content));
            });
  }

  private static void requireOk(ClientHttpResponse response) throws IOException {
    if (!response.getStatusCode().isSameCodeAs(HttpStatus.OK)) {
      throw new RestClientException("answered " + response.getStatusCode());
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Page(List<Attachment> items, @Nullable String nextCursor) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Attachment(
      UUID id,
      String kind,
      String visibility,
      Instant createdAt,
      @Nullable String caption,
      @Nullable String signer,
      @Nullable Instant takenAt) {

    boolean isPublic() {
      return visibility.equals("PUBLIC");
    }

    boolean isPhoto() {
      return kind.equals("PHOTO");
    }

    boolean isSignature() {
      return kind.equals("SIGNATURE");
    }

    /** What waited on a device for the network came later than it was taken or signed. */
    Instant happenedAt() {
      return takenAt != null && takenAt.isBefore(createdAt) ? takenAt : createdAt;
    }
  }
}
