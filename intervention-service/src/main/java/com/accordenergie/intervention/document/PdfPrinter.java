package com.accordenergie.intervention.document;

import com.accordenergie.platform.problem.Problems;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Prints a page as PDF: tagged for screen readers, with its fonts in it, and without ever going out
 * for anything. Everything a page needs is in it; what it refers to otherwise is left out.
 */
@Component
class PdfPrinter {

  private static final String FONT = "Liberation Sans";

  static {
    XRLog.setLoggerImpl(new Slf4jLogger());
  }

  /** A page takes some 20 MB while it is laid out: so many at a time, whatever comes in. */
  private final Semaphore presses = new Semaphore(2);

  byte[] print(String page) {
    acquirePress();
    try {
      var target = new ByteArrayOutputStream();
      new PdfRendererBuilder()
          .useFastMode()
          .usePdfUaAccessibility(true)
          .withProducer("AccordÉnergie Interventions")
          .useFont(() -> font("Regular"), FONT, 400, FontStyle.NORMAL, true)
          .useFont(() -> font("Bold"), FONT, 700, FontStyle.NORMAL, true)
          .useReplacementText("?")
          .useExternalResourceAccessControl(
              (address, kind) -> isInThePage(address),
              ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
          .useExternalResourceAccessControl(
              (address, kind) -> isInThePage(address),
              ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
          .withHtmlContent(page, null)
          .toStream(target)
          .run();
      return target.toByteArray();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      presses.release();
    }
  }

  private static boolean isInThePage(String address) {
    return address.startsWith("data:");
  }

  private void acquirePress() {
    try {
      if (!presses.tryAcquire(500, TimeUnit.MILLISECONDS)) {
        throw Problems.unavailable("Too much is being printed right now.");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Problems.unavailable("The service is stopping.");
    }
  }

  private static InputStream font(String style) {
    return Objects.requireNonNull(
        PdfPrinter.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf"));
  }
}
