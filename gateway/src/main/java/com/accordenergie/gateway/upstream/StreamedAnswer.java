package com.accordenergie.gateway.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * An answer without a foreseeable end. To close it is to hang up: the usual answer would first be
 * read to its end.
 */
final class StreamedAnswer implements ClientHttpResponse {

  private final HttpGet request;
  private final ClassicHttpResponse answer;
  private final Consumer<StreamedAnswer> whenClosed;
  private final HttpHeaders headers = new HttpHeaders();

  StreamedAnswer(
      HttpGet request, ClassicHttpResponse answer, Consumer<StreamedAnswer> whenClosed) {
    this.request = request;
    this.answer = answer;
    this.whenClosed = whenClosed;
    for (Header header : answer.getHeaders()) {
      headers.add(header.getName(), header.getValue());
    }
  }

  @Override
  public HttpStatusCode getStatusCode() {
    return HttpStatusCode.valueOf(answer.getCode());
  }

  @Override
  public String getStatusText() {
    return answer.getReasonPhrase();
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  @Override
  public InputStream getBody() throws IOException {
    HttpEntity entity = answer.getEntity();
    return entity == null ? InputStream.nullInputStream() : entity.getContent();
  }

  @Override
  public void close() {
    whenClosed.accept(this);
    request.cancel();
    try {
      answer.close();
    } catch (IOException hungUp) {
      // That was the aim.
    }
  }
}
