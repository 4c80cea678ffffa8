package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.Figures;
import io.shopbooks.ledger.Adoptions;
import io.shopbooks.ledger.Run;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The mailed report as text and as HTML, in both languages. */
@RoomTest
class LetterPartsTest {

  @Autowired private Acme acme;
  @Autowired private Adoptions adoptions;
  @Autowired private Reports reports;
  @Autowired private ReportMails mails;

  @BeforeEach
  void open() {
    acme.opens(AConnection.usual());
  }

  @Test
  void html_says_what_the_text_says() {
    acme.chooses(in("fr"));

    var mail = mail(acme.syncs(ABusyDay::answer, ABusyDay.orders()));

    var html = words(Jsoup.parse(mail.html()).body().wholeText());
    assertThat(mail.text().lines().flatMap(line -> Stream.of(line.split("  +"))))
        .filteredOn(part -> part.matches(".*\\p{L}.*"))
        .map(part -> words(part.replaceAll(", [^:]*: ", " ")).split(" ")[0])
        .isNotEmpty()
        .allSatisfy(word -> assertThat(html).contains(word));
  }

  @Test
  void both_languages_and_both_parts_carry_the_same_figures() {
    var run = acme.syncs(ABusyDay::answer, ABusyDay.orders());
    acme.chooses(in("en"));
    var english = mail(run);
    acme.chooses(in("fr"));
    var french = mail(run);

    assertThat(figures(french.text())).isEqualTo(figures(english.text())).hasSizeGreaterThan(60);
    assertThat(figures(french.html().replaceAll("<[^>]*>", " ")))
        .isEqualTo(figures(english.html().replaceAll("<[^>]*>", " ")));
    assertThat(french.documents()).isEqualTo(english.documents());
  }

  @Test
  void html_is_made_for_mail() {
    var html = mail(acme.syncs(ABusyDay::answer, ABusyDay.orders())).html();
    var body = Jsoup.parse(html);

    assertThat(html).doesNotContain(" th:", "${", "class=", "<script", "<link", "<style");
    assertThat(body.select("meta[name=color-scheme]").attr("content")).isEqualTo("light dark");
    assertThat(body.select("[style*=max-width:600px]")).hasSize(1);
    // A table of figures is one; any other only lays out.
    assertThat(body.select("table"))
        .allSatisfy(
            t ->
                assertThat(t.attr("role"))
                    .isEqualTo(t.select("> tbody > tr > th").isEmpty() ? "presentation" : ""));
    assertThat(body.select("img"))
        .allSatisfy(
            image -> {
              assertThat(image.attr("src")).isEqualTo("cid:chart");
              assertThat(image.attr("alt")).contains("$1,561.01", "$1,312.77");
            })
        .hasSize(1);
    assertThat(body.select("[style*=background-color]"))
        .allSatisfy(e -> assertThat(e.attr("style")).containsPattern("(^|;)color:#"));
    assertThat(body.select("[style~=(^|;)color:]"))
        .allSatisfy(e -> assertThat(e.attr("style")).contains("background-color:#"));
  }

  private ReportMail mail(Run run) {
    return mails.write(reports.proof(acme.connection(), run), acme.connection());
  }

  private static AConnection in(String language) {
    return AConnection.usual().in(Locale.forLanguageTag(language));
  }

  private static String words(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  /** Sorted: dates and hours are written otherwise. */
  private static List<String> figures(String text) {
    return Figures.amounts(text).stream().sorted().toList();
  }
}
