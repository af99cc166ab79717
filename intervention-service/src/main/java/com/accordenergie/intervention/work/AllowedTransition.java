package com.accordenergie.intervention.work;

import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.intervention.workflow.Transition;
import java.util.List;

/**
 * A step that the reader may take now.
 *
 * @param needs what has to be there: technician, slot, reason, report
 * @param takes which of them may be said with it; a technician that it needs and does not take is
 *     the one who is assigned
 */
public record AllowedTransition(
    String to, String label, Category category, List<String> needs, List<String> takes) {

  public static AllowedTransition of(Transition way, Language language) {
    return new AllowedTransition(
        way.to().code(), way.to().label(language), way.to().category(), way.needs(), way.takes());
  }
}
