package dev.tapflow.cli;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.release.FlowFolder;
import dev.tapflow.flow.yaml.FolderReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder of flows that a command was pointed at, or the one around a file that it was pointed at.
 * Files are called as the user would: by the path that was given.
 *
 * @param files texts by path
 * @param findings what was found while the files were opened
 * @param only the file that was meant; empty: all of them
 */
record OpenedFolder(
    SortedMap<String, String> files, List<Finding> findings, Optional<String> only) {

  /**
   * Opens what the path names.
   *
   * @throws UnusablePath where there is no such folder or file, or it cannot be read
   */
  static OpenedFolder at(Path path) {
    if (Files.isDirectory(path)) {
      return read(path, Optional.empty());
    }
    if (!Files.isRegularFile(path)) {
      throw new UnusablePath("There is no folder or file \"" + path + "\"");
    }
    var around = path.getParent();
    return read(around == null ? Path.of("") : around, Optional.of(path.toString()));
  }

  private static OpenedFolder read(Path folder, Optional<String> only) {
    try {
      var read = FlowFolder.read(folder);
      var files = new TreeMap<String, String>();
      read.files().forEach((name, text) -> files.put(called(folder, name), text));
      var findings = read.findings().stream().map(it -> placed(folder, it)).toList();
      return checked(folder, new OpenedFolder(files, findings, only));
    } catch (IOException | SecurityException e) {
      throw new UnusablePath("\"" + folder + "\" cannot be read: " + e.getMessage());
    }
  }

  private static OpenedFolder checked(Path folder, OpenedFolder opened) {
    if (opened.files.keySet().stream().noneMatch(it -> it.endsWith(FolderReader.FLOW_SUFFIX))) {
      throw new UnusablePath(
          "There are no flows in \"%s\": their files are named <flow>.flow.yaml".formatted(folder));
    }
    return opened;
  }

  private static String called(Path folder, String name) {
    return folder.resolve(name).toString();
  }

  private static Finding placed(Path folder, Finding finding) {
    var at = finding.place();
    return new Finding(
        finding.severity(),
        finding.code(),
        new Place(called(folder, at.file()), at.line(), at.column()),
        finding.message(),
        finding.line());
  }

  /** True where a finding in this file, or a test of it, is wanted. */
  boolean wants(String file) {
    return only.isEmpty() || only.get().equals(file);
  }

  long flows() {
    return files.keySet().stream().filter(it -> it.endsWith(FolderReader.FLOW_SUFFIX)).count();
  }

  /** A path that a command cannot do anything with; a misuse. */
  static final class UnusablePath extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusablePath(String message) {
      super(message);
    }
  }
}
