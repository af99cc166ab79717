package com.accordenergie.comment.attachment;

import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.problem.Violation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a form by the rules of a JSON body: nothing unknown, nothing twice, nothing guessed. A field
 * that was left empty is as good as none.
 */
@Component
class Forms {

  private static final String FILE = "file";

  private final JsonMapper json;
  private final Validator validator;

  Forms(JsonMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  <T> T fields(MultiValueMap<String, String> fields, Class<T> type) {
    ObjectNode body = json.createObjectNode();
    fields.forEach(
        (name, values) -> {
          String value = only(name, values);
          if (!value.isEmpty()) {
            body.put(name, value);
          }
        });
    return valid(read(body, type));
  }

  MultipartFile file(MultiValueMap<String, MultipartFile> files) {
    files.forEach(
        (name, sent) -> {
          if (!name.equals(FILE)) {
            throw Problems.malformed("#/" + name, "This file is not known here.");
          }
          only(name, sent);
        });
    MultipartFile file = files.getFirst(FILE);
    if (file == null) {
      throw Problems.invalid("#/" + FILE, "A file is needed.");
    }
    return file;
  }

  private static <T> T only(String name, List<T> values) {
    if (values.size() > 1) {
      throw Problems.malformed("#/" + name, "It is given more than once.");
    }
    return values.getFirst();
  }

  private <T> T read(ObjectNode body, Class<T> type) {
    try {
      return json.treeToValue(body, type);
    } catch (JacksonException unreadable) {
      throw Problems.unreadable(unreadable);
    }
  }

  private <T> T valid(T read) {
    List<Violation> violations =
        validator.validate(read).stream()
            .map(found -> new Violation("#/" + found.getPropertyPath(), found.getMessage()))
            .sorted(Comparator.comparing(Violation::pointer))
            .toList();
    if (!violations.isEmpty()) {
      throw Problems.invalid(violations);
    }
    return read;
  }
}
