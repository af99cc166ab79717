package com.accordenergie.user.aggregate;

import com.accordenergie.platform.problem.Violation;
import java.util.List;

/** Values that have to fit one another. */
public interface Consistent {

  /** Where they do not; empty when they do. */
  List<Violation> inconsistencies();
}
