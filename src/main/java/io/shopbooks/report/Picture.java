package io.shopbooks.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.imageio.ImageIO;

/**
 * The days as a PNG: for each a bar of the shop beside one of the books. It holds no letters,
 * because machines that serve often have no fonts; the words stand beside it.
 */
final class Picture {

  static final int WIDTH = 560;
  static final int HEIGHT = 160;

  /** Twice as fine, for screens that are. */
  private static final int FINE = 2;

  private static final int EDGE = 10;
  private static final int LINES = 4;
  private static final Color GROUND = Color.WHITE;
  private static final Color LINE = new Color(0xd1d9e0);
  static final Color SHOP = new Color(0x355a8c);
  static final Color BOOKS = new Color(0x2f9e74);

  private Picture() {}

  /** The picture as it is attached. */
  static byte[] png(Letter.Chart chart) {
    var image = new BufferedImage(WIDTH * FINE, HEIGHT * FINE, BufferedImage.TYPE_INT_RGB);
    var brush = image.createGraphics();
    brush.scale(FINE, FINE);
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    brush.setColor(GROUND);
    brush.fillRect(0, 0, WIDTH, HEIGHT);
    lines(brush);
    bars(brush, chart);
    brush.dispose();
    try (var bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void lines(Graphics2D brush) {
    brush.setColor(LINE);
    for (int i = 0; i <= LINES; i++) {
      var y = EDGE + (HEIGHT - 2 * EDGE) * i / LINES;
      brush.drawLine(EDGE, y, WIDTH - EDGE, y);
    }
  }

  private static void bars(Graphics2D brush, Letter.Chart chart) {
    var highest =
        chart.days().stream()
            .map(day -> day.shop().amount().max(day.books().amount()))
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
    if (highest.signum() <= 0) {
      return;
    }
    var room = (WIDTH - 2 * EDGE) / Math.max(1, chart.days().size());
    var thick = Math.max(1, Math.min(18, (room - 2) / 2));
    var x = EDGE;
    for (int i = 0; i < chart.days().size(); i++) {
      x = EDGE + (WIDTH - 2 * EDGE) * i / chart.days().size();
      var day = chart.days().get(i);
      bar(
          brush,
          SHOP,
          x + Math.max(0, (room - 2 * thick) / 2),
          thick,
          day.shop().amount(),
          highest);
      bar(
          brush,
          BOOKS,
          x + Math.max(0, (room - 2 * thick) / 2) + thick,
          thick,
          day.books().amount(),
          highest);
    }
  }

  private static void bar(
      Graphics2D brush, Color color, int x, int thick, BigDecimal amount, BigDecimal highest) {
    if (amount.signum() <= 0) {
      return;
    }
    var most = BigDecimal.valueOf(HEIGHT - 2L * EDGE);
    var high = amount.multiply(most).divide(highest, 0, RoundingMode.UP).intValue();
    brush.setColor(color);
    brush.fillRect(x, HEIGHT - EDGE - high, thick, high);
  }
}
