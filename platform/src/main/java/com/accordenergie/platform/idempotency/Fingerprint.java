package com.accordenergie.platform.idempotency;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** SHA-256 over all that makes two requests the same: path, query, precondition and content. */
final class Fingerprint {

  private final MessageDigest digest;

  private Fingerprint(HttpServletRequest request, @Nullable String contentType) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
    add(request.getRequestURI());
    add(request.getQueryString());
    add(contentType);
    add(request.getHeader("If-Match"));
  }

  static byte[] of(HttpServletRequest request, byte[] body) {
    return new Fingerprint(request, request.getContentType()).digest.digest(body);
  }

  /**
   * A form is its parts in their order, each with its name and its bytes. Not the boundary, which
   * every sending of the same form draws anew; and neither file names nor the types that they claim,
   * since nothing is decided by them.
   */
  static byte[] of(MultipartHttpServletRequest form) throws IOException, ServletException {
    var fingerprint = new Fingerprint(form, MediaType.MULTIPART_FORM_DATA_VALUE);
    for (Part part : form.getParts()) {
      fingerprint.add(part);
    }
    return fingerprint.digest.digest();
  }

  private void add(Part part) throws IOException {
    add(part.getName());
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, part.getSize()));
    try (InputStream bytes = part.getInputStream();
        var target = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      bytes.transferTo(target);
    }
  }

  private void add(@Nullable String text) {
    digest.update(Objects.requireNonNullElse(text, "").getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
