package dev.tapflow.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Whether the vendors could fetch a link; told by its looks, for nothing is fetched here. */
final class PublicLink {

  private static final Pattern PRIVATE_HOST =
      Pattern.compile(
          "localhost|.*\\.(localhost|local|internal)|[^.:]+|\\[.*|0\\..*|10\\..*|127\\..*"
              + "|169\\.254\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*",
          Pattern.CASE_INSENSITIVE);

  private PublicLink() {}

  static boolean isOne(String link) {
    try {
      var uri = new URI(link);
      var isWeb =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return isWeb && uri.getHost() != null && !PRIVATE_HOST.matcher(uri.getHost()).matches();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
