package com.accordenergie.intervention.document;

import static com.accordenergie.intervention.document.DocumentProblems.NO_REPORT_YET;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.Problems;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The report of a visit, on paper. */
@Component
public class VisitReports {

  private final Visits visits;
  private final CommentService comments;
  private final ReportPage page;
  private final PdfPrinter printer;

  VisitReports(Visits visits, CommentService comments, ReportPage page, PdfPrinter printer) {
    this.visits = visits;
    this.comments = comments;
    this.page = page;
    this.printer = printer;
  }

  public Document print(UUID id, Caller caller, Instant now) {
    Visit visit = visits.get(id, caller);
    if (!visit.hasReport()) {
      throw Problems.conflict(NO_REPORT_YET, "It is printed once the technician has reported.");
    }
    Pictures pictures = comments.pictures(id);
    return new Document(
        visit.reference() + ".pdf", printer.print(page.of(visit, pictures, now)));
  }
}
