package dev.tapflow.outbox.call;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Looks names up. */
interface Resolver {

  /** The addresses of a name, those to be tried first in front. */
  List<InetAddress> addresses(String name, Duration within)
      throws UnknownHostException, TimeoutException, InterruptedException;
}
