package com.accordenergie.intervention;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The work: interventions, their lists and workflow, the planning. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class InterventionServiceApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(InterventionServiceApplication.class, arguments);
  }
}
