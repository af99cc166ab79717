package com.accordenergie.user.aggregate;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Violation;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;

/** What only one may have, and somebody has. The database decides, however many try at once. */
public final class Taken {

  public static final ProblemType TYPE =
      new ProblemType("already-taken", HttpStatus.CONFLICT, "Somebody else has it already");

  private Taken() {}

  /**
   * Names the field whose unique constraint was hit.
   *
   * @param fields by the name of their constraint
   * @return the problem, or the failure itself when it is about something else
   */
  public static RuntimeException explain(
      DataIntegrityViolationException failure, Map<String, String> fields) {
    String message = String.valueOf(failure.getMostSpecificCause().getMessage());
    // The value comes first and may be anything, the constraint's name last.
    String constraint = message.substring(message.lastIndexOf("for key") + 1);
    return fields.entrySet().stream()
        .filter(field -> constraint.contains(field.getKey()))
        .findFirst()
        .<RuntimeException>map(field -> taken(field.getValue()))
        .orElse(failure);
  }

  private static ProblemException taken(String field) {
    String detail = "Somebody else has this " + field + " already.";
    return new ProblemException(TYPE, detail)
        .with("field", field)
        .withErrors(List.of(new Violation("#/" + field, detail)));
  }
}
