package com.accordenergie.platform.messaging;

import com.accordenergie.platform.problem.Problems;

/** The name under which this service's consumers are asked for. */
record ConsumersService(String name) {

  /** Answers 404 to whoever means another one. */
  void require(String asked) {
    if (!name.equals(asked)) {
      throw Problems.notFound();
    }
  }
}
