package com.accordenergie.gateway.session;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import org.springframework.http.HttpStatus;

/**
 * Refuses what somebody did on a page of theirs while the browser's session has become somebody
 * else's: on a device that several people use, what waited to be sent would go out in the wrong
 * name. A page says in a header for whom it asks, the person's id as {@code /api/v1/me} tells it;
 * without the header a request is whoever's the session is.
 */
final class AnotherPerson {

  static final ProblemType ANOTHER_PERSON =
      new ProblemType("another-person", HttpStatus.FORBIDDEN, "Somebody else is logged in");

  private static final String PERSON = "Accord-Person";

  private AnotherPerson() {}

  static void refuse(HttpServletRequest request, Session session) {
    String expected = request.getHeader(PERSON);
    if (expected != null && !expected.equals(personOf(session))) {
      throw new ProblemException(
          ANOTHER_PERSON, "The session is not that of the person in the header %s.".formatted(PERSON));
    }
  }

  private static String personOf(Session session) {
    try {
      return JWTParser.parse(session.accessToken()).getJWTClaimsSet().getSubject();
    } catch (ParseException impossible) {
      throw new IllegalStateException("The session holds no access token of ours.", impossible);
    }
  }
}
