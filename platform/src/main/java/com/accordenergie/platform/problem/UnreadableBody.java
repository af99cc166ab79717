package com.accordenergie.platform.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Explains why a body cannot be read, without repeating what it held. */
final class UnreadableBody {

  private UnreadableBody() {}

  static ProblemException explain(HttpMessageNotReadableException unreadable) {
    BodyTooLargeException tooLarge = find(unreadable, BodyTooLargeException.class);
    if (tooLarge != null) {
      return Problems.tooLarge(tooLarge.limit());
    }
    ProblemException refused = find(unreadable, ProblemException.class);
    if (refused != null) {
      return refused;
    }
    JacksonException json = find(unreadable, JacksonException.class);
    if (json == null) {
      return Problems.malformed("#", "A JSON body is needed.");
    }
    return explain(json);
  }

  static ProblemException explain(JacksonException json) {
    return Problems.malformed(pointer(json), reason(json));
  }

  private static String reason(JacksonException json) {
    return switch (json) {
      case UnrecognizedPropertyException unknown -> "This member is not known here.";
      case StreamReadException broken -> "This is not JSON.";
      default ->
          json.getOriginalMessage().startsWith(Refusal.PREFIX)
              ? json.getOriginalMessage().substring(Refusal.PREFIX.length())
              : "The value has the wrong type or form.";
    };
  }

  private static String pointer(JacksonException json) {
    StringBuilder pointer = new StringBuilder("#");
    for (JacksonException.Reference step : json.getPath()) {
      pointer.append('/');
      String name = step.getPropertyName();
      pointer.append(name == null ? step.getIndex() : name.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return kind.cast(cause);
      }
    }
    return null;
  }
}
