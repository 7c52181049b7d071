package dev.tapflow.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides in production who may call what. Everything is closed but what is named here: senders
 * sign their webhooks, the sandbox's contracts check a key of their own, and an orchestrator asks
 * after the health without a token.
 */
record Guard(Optional<String> token) {

  // Plain characters only: a path that needs decoding or has dots in it is nobody's friend.
  private static final Pattern OPEN =
      Pattern.compile(
          "/webhooks/[\\w-]+(/[\\w-]+)*"
              + "|/q/health(/(live|ready|started|well|group/[\\w-]+))?"
              + "|/sandbox/(octopods/api/v1|graph|intercom|hubspot)/[\\w.-]+(/[\\w.-]+)*");

  private static final String SCHEME = "Bearer ";

  /** What the caller gets to hear. */
  enum Verdict {
    COME_IN,
    WHO_ARE_YOU,
    NOTHING_HERE
  }

  Verdict judge(String path, @Nullable String authorization) {
    if (isOpen(path)) {
      return Verdict.COME_IN;
    }
    return token
        .map(known -> isRight(known, authorization) ? Verdict.COME_IN : Verdict.WHO_ARE_YOU)
        .orElse(Verdict.NOTHING_HERE);
  }

  static boolean isOpen(String path) {
    return OPEN.matcher(path).matches() && !path.contains("..");
  }

  private static boolean isRight(String known, @Nullable String authorization) {
    return authorization != null
        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && isSame(known, authorization.substring(SCHEME.length()).strip());
  }

  /** Takes as long for a nearly right guess as for a wild one. */
  private static boolean isSame(String known, String said) {
    return MessageDigest.isEqual(
        known.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
  }
}
