package io.shopbooks.report;

import io.shopbooks.connections.Connection;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A report in words for those who read it elsewhere than in a mail. */
@Component
public class ReportLetters {

  /** The same as a mail tells, in the reader's language; nothing in it can be clicked. */
  public Letter letter(Proof proof, Connection connection, Words words) {
    return LetterWriter.write(proof, connection, words, hold -> List.of(), Optional.empty());
  }

  /**
   * The same for the console.
   *
   * @param stockPage the address of the page that shows what waits of the stock
   */
  public Letter page(Proof proof, Connection connection, Words words, String stockPage) {
    var link = new Letter.Link(words.say("link.stock"), stockPage);
    return LetterWriter.write(proof, connection, words, hold -> List.of(), Optional.of(link));
  }

  /** As a terminal shows it. */
  public String text(Letter letter) {
    return TextPart.of(letter);
  }

  /** The picture of its days as the address of an image; absent where it has none. */
  public Optional<String> picture(Letter letter) {
    return letter
        .chart()
        .map(Picture::png)
        .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
  }

  /** Its documents as comma-separated values. */
  public String file(Proof proof) {
    return DocumentFile.of(proof.report());
  }
}
