package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.yaml.ReadFolder;

/** Writes what a rule found, with the line it stands in. */
final class Findings {

  private Findings() {}

  static Finding error(ReadFolder folder, String code, Place place, String message) {
    return of(folder, Finding.Severity.ERROR, code, place, message);
  }

  static Finding warning(ReadFolder folder, String code, Place place, String message) {
    return of(folder, Finding.Severity.WARNING, code, place, message);
  }

  private static Finding of(
      ReadFolder folder, Finding.Severity severity, String code, Place place, String message) {
    return new Finding(severity, code, place, message, folder.sources().line(place));
  }
}
