package dev.tapflow.start;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Whoever tells Tapflow a second time to end (SIGTERM, Ctrl-C) does not want to wait: it ends at
 * once, and others take up what was under way. By itself the virtual machine ignores a second
 * signal. Its only face for signals is {@code sun.misc.Signal}, which compilers warn of; so it is
 * looked up.
 */
final class AskedAgain {

  private static final Logger LOG = Logger.getLogger(AskedAgain.class);

  /** What a process that SIGTERM ended is expected to answer: 128 and the signal's number. */
  static final int TERMINATED = 143;

  private AskedAgain() {}

  static void endsAtOnce() {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var loader = AskedAgain.class.getClassLoader();
      var end = Proxy.newProxyInstance(loader, new Class<?>[] {handler}, AskedAgain::end);
      var handle = signal.getMethod("handle", signal, handler);
      for (var name : List.of("TERM", "INT")) {
        handle.invoke(null, signal.getConstructor(String.class).newInstance(name), end);
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LOG.debug("A second signal will not end the draining", e);
    }
  }

  private static Object end(Object proxy, Method method, Object[] arguments) {
    LOG.warn("Told again to end: ends at once");
    Runtime.getRuntime().halt(TERMINATED);
    return proxy;
  }
}
