package com.accordenergie.platform.note;

import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.web.ETags;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.MergePatch;
import com.accordenergie.platform.web.Patch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/notes")
@AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
class NoteController {

  private final Notes notes;
  private final AtomicInteger drawing = new AtomicInteger();

  NoteController(Notes notes) {
    this.notes = notes;
  }

  record NewNote(
      @NotBlank @Size(max = 200) String text, @Nullable Instant due, @Nullable Integer stars) {}

  record NotePatch(Patch<String> text, Patch<Integer> stars) {}

  @PostMapping
  ResponseEntity<Map<String, Object>> write(@RequestBody @Valid NewNote note, Caller caller) {
    UUID id = notes.write(note.text());
    return ResponseEntity.created(URI.create("/api/v1/notes/" + id))
        .eTag(ETags.of(1))
        .body(Map.of("id", id, "by", caller.id()));
  }

  @PatchMapping(path = "/{id}", consumes = MergePatch.MEDIA_TYPE)
  ResponseEntity<Map<String, Object>> patch(
      @PathVariable UUID id, @RequestBody NotePatch patch, IfMatch ifMatch) {
    long version = notes.rewrite(id, String.valueOf(patch.text().orElse("same")), ifMatch);
    return ResponseEntity.ok()
        .eTag(ETags.of(version))
        .body(
            Map.of(
                "text", patch.text().toString(),
                "stars", patch.stars().toString()));
  }

  /** Draws for a moment, and says how many draw with it. */
  @PostMapping(path = "/pictures", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Map<String, Object>> draw(
      @RequestParam MultipartFile picture, @RequestParam String title) {
    int atOnce = drawing.incrementAndGet();
    try {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      UUID id = notes.write(title);
      return ResponseEntity.status(201)
          .body(Map.of("id", id, "size", picture.getSize(), "title", title, "atOnce", atOnce));
    } finally {
      drawing.decrementAndGet();
    }
  }

  @GetMapping
  Page<Integer> list(PageRequest request) {
    Cursor cursor = Cursor.decode("numbers", request.cursor());
    int start = cursor == null ? 0 : Integer.parseInt(cursor.text(0)) + 1;
    List<Integer> rows =
        java.util.stream.IntStream.range(start, Math.min(25, start + request.limit() + 1))
            .boxed()
            .toList();
    return Page.of(rows, request, last -> Cursor.encode("numbers", last));
  }

  @AllowedTo(Role.ADMIN)
  @DeleteMapping("/{id}")
  void forget(@PathVariable UUID id) {}

  @GetMapping("/broken")
  void broken() {
    throw new IllegalStateException("secret detail");
  }
}
