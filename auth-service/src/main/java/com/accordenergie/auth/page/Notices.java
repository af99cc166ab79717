package com.accordenergie.auth.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Shows a notice from where no controller is involved: from a filter chain's handlers. */
@Component
public class Notices {

  static final String VIEW = "notice";

  private final ITemplateEngine templates;
  private final LocaleResolver languages;

  Notices(ITemplateEngine templates, LocaleResolver languages) {
    this.templates = templates;
    this.languages = languages;
  }

  public void show(Notice notice, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var exchange =
        JakartaServletWebApplication.buildApplication(request.getServletContext())
            .buildExchange(request, response);
    var context = new WebContext(exchange, languages.resolveLocale(request));
    context.setVariable("notice", notice);
    String page = templates.process(VIEW, context);
    response.setStatus(notice.status().value());
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getWriter().write(page);
  }
}
