package com.accordenergie.intervention.document;

import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Sets the report as XHTML; whatever people wrote is text in it, never markup. */
@Component
class ReportPage {

  /** What XML 1.0 has no place for, however it is escaped. */
  private static final String NOT_XML =
      "[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

  private final SpringTemplateEngine templates = new SpringTemplateEngine();
  private final Letterhead letterhead;

  ReportPage(Letterhead letterhead) {
    this.letterhead = letterhead;
    var resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("documents/");
    resolver.setSuffix(".xhtml");
    resolver.setTemplateMode(TemplateMode.XML);
    resolver.setCharacterEncoding("UTF-8");
    templates.setTemplateResolver(resolver);
  }

  String of(Visit visit, Pictures pictures, Instant now) {
    var context = new Context(Locale.FRENCH);
    context.setVariable("letterhead", letterhead);
    context.setVariable("visit", visit);
    context.setVariable("planned", FrenchTimes.between(visit.plannedStart(), visit.plannedEnd()));
    context.setVariable("actual", FrenchTimes.between(visit.actualStart(), visit.actualEnd()));
    context.setVariable("requested", FrenchTimes.at(visit.createdAt()));
    context.setVariable("printed", FrenchTimes.briefly(now));
    context.setVariable(
        "steps",
        visit.steps().stream()
            .map(step -> new Line(FrenchTimes.briefly(step.at()), step.label()))
            .toList());
    context.setVariable(
        "photos",
        pictures.photos().stream()
            .map(
                photo ->
                    new Figure(
                        photo.source(),
                        photo.caption() == null ? "" : photo.caption(),
                        FrenchTimes.briefly(photo.takenAt())))
            .toList());
    context.setVariable("omitted", pictures.omitted());
    Pictures.Signature signature = pictures.signature();
    context.setVariable(
        "signature",
        signature == null
            ? null
            : new Figure(
                signature.source(), signature.signer(), FrenchTimes.at(signature.signedAt())));
    return templates.process("report", context).replaceAll(NOT_XML, "");
  }

  // Public, as expressions in the template read them.

  public record Line(String time, String text) {}

  public record Figure(String source, String text, String time) {}
}
