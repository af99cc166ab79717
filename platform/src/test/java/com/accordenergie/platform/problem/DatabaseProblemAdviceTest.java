package com.accordenergie.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLRecoverableException;
import java.util.stream.Stream;
import org.hibernate.TransactionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a storm of resets and a slow disk throw at requests: passing failures, not faults of ours. */
class DatabaseProblemAdviceTest {

  static Stream<RuntimeException> passing() {
    return Stream.of(
        new RecoverableDataAccessException("reset", new SQLRecoverableException("reset")),
        new JpaSystemException(new TransactionException("Transaction timeout expired")),
        new JpaSystemException(
            new TransactionException("Unable to rollback", new SQLRecoverableException("reset"))));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void isAskedForAgain(RuntimeException failure) throws Exception {
    MockMvc web =
        MockMvcBuilders.standaloneSetup(new Failing(failure))
            .setControllerAdvice(new DatabaseProblemAdvice(), new ProblemAdvice())
            .build();

    var answer = web.perform(MockMvcRequestBuilders.get("/")).andReturn().getResponse();

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER)).isNotNull();
    assertThat(answer.getContentAsString()).contains("temporarily-unavailable");
  }

  @RestController
  static final class Failing {

    private final RuntimeException failure;

    Failing(RuntimeException failure) {
      this.failure = failure;
    }

    @GetMapping("/")
    String read() {
      throw failure;
    }
  }
}
