package com.accordenergie.intervention.work;

import com.accordenergie.intervention.history.Revision;
import com.accordenergie.intervention.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** Tells the world of each version, in the transaction that stores it; how, the work does not know. */
public interface Announcements {

  void created(Intervention intervention, Revision revision, Workflow workflow);

  /**
   * @param statusChange null when it stayed where it stands
   */
  void changed(
      Intervention intervention,
      Revision revision,
      @Nullable StatusChange statusChange,
      Workflow workflow);
}
