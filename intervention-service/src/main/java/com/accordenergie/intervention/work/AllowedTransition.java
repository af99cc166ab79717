package com.accordenergie.intervention.work;

import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.intervention.workflow.Transition;
import java.util.List;

/**
 * A step that the reader may take now.
 *
 * @param needs what it takes: technician, slot, reason, report
 */
public record AllowedTransition(String to, String label, Category category, List<String> needs) {

  public static AllowedTransition of(Transition way, Language language) {
    return new AllowedTransition(
        way.to().code(), way.to().label(language), way.to().category(), way.needs());
  }
}
