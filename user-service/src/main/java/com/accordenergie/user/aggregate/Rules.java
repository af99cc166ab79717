package com.accordenergie.user.aggregate;

import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.problem.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Refuses impossible values with 422, whether they came at once or as a patch. */
@Component
public class Rules {

  private final Validator validator;

  Rules(Validator validator) {
    this.validator = validator;
  }

  public void check(Consistent values) {
    List<Violation> violations = violations(values);
    if (!violations.isEmpty()) {
      throw Problems.invalid(violations);
    }
  }

  /** What makes the values impossible; empty when nothing does. */
  public List<Violation> violations(Consistent values) {
    List<Violation> violations = new ArrayList<>();
    for (ConstraintViolation<?> broken : validator.validate(values)) {
      violations.add(new Violation(pointer(broken.getPropertyPath()), broken.getMessage()));
    }
    violations.addAll(values.inconsistencies());
    violations.sort(Comparator.comparing(Violation::pointer));
    return violations;
  }

  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder("#");
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.getName() != null) {
        pointer.append('/').append(node.getName());
      }
    }
    return pointer.toString();
  }
}
