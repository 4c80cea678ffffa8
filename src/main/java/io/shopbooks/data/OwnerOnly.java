package io.shopbooks.data;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What a file or folder is created with so that nobody but its owner can open it, from its first
 * instant on. Empty where the file system knows no such permissions (Windows: the folder's list of
 * users rules).
 */
final class OwnerOnly {

  private OwnerOnly() {}

  static FileAttribute<?>[] file(Path path) {
    return permissions(path, "rw-------");
  }

  static FileAttribute<?>[] folder(Path path) {
    return permissions(path, "rwx------");
  }

  private static FileAttribute<?>[] permissions(Path path, String permissions) {
    var known = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return known
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
