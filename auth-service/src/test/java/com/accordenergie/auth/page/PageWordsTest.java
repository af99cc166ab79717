package com.accordenergie.auth.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.auth.password.PasswordRules.Objection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatus;

/** What the pages say, in both languages. */
class PageWordsTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern NAMED = Pattern.compile("#\\{([a-zA-Z.]+)[}(]");
  private static final Pattern IN_SOURCES = Pattern.compile("\"((?:login|activate)\\.[a-zA-Z]+)\"");
  private static final Pattern NOTICE = Pattern.compile("Notice\\.of\\([^,]+, \"(\\w+)\"\\)");
  private static final Pattern LEADING =
      Pattern.compile(NOTICE.pattern() + "(?:\\s*\\.about\\(.+\\))?\\s*\\.leadingTo");
  private static final Pattern PLACE = Pattern.compile("\\{\\d");

  @Test
  void whatIsSaidInFrenchIsSaidInEnglishWithTheSamePlaces() throws IOException {
    Properties french = words("pages.properties");
    Properties english = words("pages_en.properties");

    assertThat(english.stringPropertyNames()).isEqualTo(french.stringPropertyNames());
    for (String name : french.stringPropertyNames()) {
      assertThat(places(english.getProperty(name))).as(name).isEqualTo(places(french.getProperty(name)));
      // With an apostrophe that is a quotation mark, MessageFormat would swallow what follows.
      assertThat(french.getProperty(name) + english.getProperty(name)).as(name).doesNotContain("'");
    }
  }

  @Test
  void nothingIsSaidUnderANameThatHasNoWords() throws IOException {
    Set<String> named = named(RESOURCES.resolve("templates"), NAMED);
    named.addAll(named(SOURCES, IN_SOURCES));
    for (String notice : named(SOURCES, NOTICE)) {
      named.addAll(Set.of("notice." + notice + ".title", "notice." + notice + ".text"));
    }
    for (String notice : named(SOURCES, LEADING)) {
      named.add("notice." + notice + ".action");
    }
    for (Objection objection : Objection.values()) {
      named.add("password." + objection);
    }

    assertThat(words("pages.properties").stringPropertyNames()).containsAll(named);
    assertThat(named).contains("login.wrong", "activate.differs", "notice.attempts.action");
  }

  private static Set<String> named(Path folder, Pattern name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> name.matcher(text(file)).results())
          .map(found -> found.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, fr, Attendez 1 seconde", "1, en, Wait 1 second", "42, fr, Attendez 42 secondes",
    "42, en, Wait 42 seconds", "60, fr, Attendez une minute", "60, en, Wait a minute"
  })
  void aWaitIsToldAsPeopleCount(long seconds, String language, String told) {
    var words = new ResourceBundleMessageSource();
    words.setBasename("pages");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);

    assertThat(
            words.getMessage(
                Notice.of(HttpStatus.TOO_MANY_REQUESTS, "attempts").text(),
                new Object[] {seconds},
                Locale.of(language)))
        .contains(told + ",");
  }

  private static Set<String> places(String words) {
    return PLACE.matcher(words).results().map(place -> place.group()).collect(Collectors.toSet());
  }

  private static Properties words(String file) throws IOException {
    var words = new Properties();
    try (var reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
      words.load(reader);
    }
    return words;
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
