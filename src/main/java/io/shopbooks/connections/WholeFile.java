package io.shopbooks.connections;

import io.shopbooks.connections.EditRefused.Why;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A file that is read and written as a whole: at any instant it is the old one or the new one. */
record WholeFile(Path path) {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /** Its text, with the mark some editors put at its beginning; nothing if there is no file. */
  Optional<String> text() {
    try {
      var bytes = ByteBuffer.wrap(Files.readAllBytes(path));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new EditRefused(Why.UNWRITABLE);
    }
  }

  /** Writes the text; a new file is its owner's only, another keeps its permissions. */
  void write(String text) {
    try {
      // A link stays a link.
      var target = Files.exists(path) ? path.toRealPath() : path;
      var permissions = permissions(target);
      var written = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".new");
      try {
        fill(written, text);
        var view = Files.getFileAttributeView(written, PosixFileAttributeView.class);
        if (view != null) {
          view.setPermissions(permissions);
        }
        Files.move(
            written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(written);
      }
    } catch (IOException e) {
      throw new EditRefused(Why.UNWRITABLE);
    }
  }

  private static void fill(Path file, String text) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static Set<PosixFilePermission> permissions(Path target) throws IOException {
    var view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    return view == null || !Files.exists(target) ? OWNER_ONLY : view.readAttributes().permissions();
  }
}
