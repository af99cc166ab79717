package com.accordenergie.intervention.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Even of a page that somebody else had written, the printer would fetch nothing. */
class PdfPrinterTest {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer inside;

  @TempDir Path disk;

  @BeforeEach
  void somethingToBeFetched() throws IOException {
    inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    inside.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          byte[] body = "body { content: 'x' }".getBytes();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    inside.start();
    Files.writeString(disk.resolve("secret.css"), "p:after { content: 'GEHEIM' }");
    Files.writeString(disk.resolve("secret.txt"), "GEHEIM");
  }

  @AfterEach
  void stop() {
    inside.stop(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img alt=\"x\" src=\"{http}/a.png\"/>",
        "<img alt=\"x\" src=\"//{host}/a.png\"/>",
        "<img alt=\"x\" src=\"jar:{http}/a.jar!/a.png\"/>",
        "<img alt=\"x\" src=\"{file}/secret.txt\"/>",
        "<link rel=\"stylesheet\" href=\"{http}/a.css\"/>",
        "<link rel=\"stylesheet\" href=\"{file}/secret.css\"/>",
        "<style>@import url({http}/a.css);</style>",
        "<style>@font-face { font-family: x; src: url({http}/a.ttf) } p { font-family: x }</style>",
        "<div style=\"background-image: url({http}/a.png)\">x</div>",
        "<object data=\"{http}/a.pdf\" type=\"application/pdf\">x</object>",
        "<iframe src=\"{http}/a.html\"></iframe>"
      })
  void nothingIsFetched(String trick) throws IOException {
    assertThat(wordsOf(page("", trick))).contains("Bonjour").doesNotContain("GEHEIM");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html SYSTEM \"{http}/a.dtd\">",
        "<!DOCTYPE html [<!ENTITY secret SYSTEM \"{file}/secret.txt\">]>",
        "<!DOCTYPE html [<!ENTITY % more SYSTEM \"{http}/a.dtd\"> %more;]>"
      })
  void noEntityIsResolved(String doctype) throws IOException {
    String words;
    try {
      words = wordsOf(page(doctype, doctype.contains("secret SYSTEM") ? "&secret;" : ""));
    } catch (RuntimeException refused) {
      words = "";
    }
    assertThat(words).doesNotContain("GEHEIM");
    assertThat(asked).isEmpty();
  }

  @Test
  void whatTheTestWaitsForWouldBeNoticed() throws IOException {
    inside.createContext("/probe", exchange -> exchange.sendResponseHeaders(204, -1));
    try (var stream = java.net.URI.create(filled("{http}/a.css")).toURL().openStream()) {
      stream.readAllBytes();
    }
    assertThat(asked).containsExactly("/a.css");
  }

  private String page(String doctype, String trick) {
    return filled(
        """
        %s
        <html lang="fr"><head><title>Essai</title><meta name="subject" content="Essai"/>
        <style>body { font-family: "Liberation Sans" }</style></head>
        <body><p>Bonjour</p>%s</body></html>
        """
            .formatted(doctype, trick)
            .strip());
  }

  private String filled(String text) {
    String host = "127.0.0.1:" + inside.getAddress().getPort();
    return text.replace("{http}", "http://" + host)
        .replace("{host}", host)
        .replace("{file}", disk.toUri().toString().replaceAll("/$", ""));
  }

  private static String wordsOf(String page) throws IOException {
    try (PDDocument paper = Loader.loadPDF(new PdfPrinter().print(page))) {
      return new PDFTextStripper().getText(paper);
    }
  }
}
