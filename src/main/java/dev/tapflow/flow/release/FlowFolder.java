package dev.tapflow.flow.release;

import dev.tapflow.flow.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The YAML files of a folder as they are on disk at one moment.
 *
 * @param files texts by file name
 * @param findings files that are no UTF-8, too large, or named so that nobody reads them
 */
public record FlowFolder(SortedMap<String, String> files, List<Finding> findings) {

  private static final String YAML = ".yaml";
  private static final String OTHER_YAML = ".yml";

  public FlowFolder {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    findings = List.copyOf(findings);
  }

  /**
   * Reads the folder itself, not those inside it. Files whose names begin with a dot are not ours:
   * a mounted Kubernetes ConfigMap keeps its books in such.
   *
   * @throws IOException where the folder or a file in it cannot be read
   */
  public static FlowFolder read(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    var findings = new ArrayList<Finding>();
    for (var path : list(folder)) {
      var name = path.getFileName().toString();
      if (name.endsWith(YAML)) {
        var decoded = Utf8File.read(path, name);
        files.put(name, decoded.text());
        decoded.finding().ifPresent(findings::add);
      } else if (name.endsWith(OTHER_YAML)) {
        findings.add(Utf8File.misnamed(name));
      }
    }
    return new FlowFolder(files, findings);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var paths = Files.list(folder)) {
      return paths
          .filter(it -> !it.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }
}
