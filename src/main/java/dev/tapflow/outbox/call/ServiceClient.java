package dev.tapflow.outbox.call;

import dev.tapflow.message.HttpAnswer.Reason;
import io.vertx.core.http.HttpClient;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Sends a request, and goes where redirects lead, but only where flows may go. */
final class ServiceClient {

  static final int MOST_REDIRECTS = 3;

  private static final int MOST_ADDRESSES = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final HttpClient client;
  private final Resolver resolver;
  private final AllowedHosts allowed;
  private final int mostBytes;

  ServiceClient(HttpClient client, Resolver resolver, AllowedHosts allowed, int mostBytes) {
    this.client = client;
    this.resolver = resolver;
    this.allowed = allowed;
    this.mostBytes = mostBytes;
  }

  /** Sends it; the time is for all of it. */
  Ending send(Request first, Duration within) throws InterruptedException {
    var deadline = Deadline.in(within);
    var request = first;
    for (int redirects = 0; ; redirects++) {
      var ending = sendOnce(request, deadline);
      if (!(ending instanceof Ending.Answer answer)
          || !REDIRECTS.contains(answer.status())
          || answer.location().isEmpty()) {
        return ending;
      }
      if (redirects == MOST_REDIRECTS) {
        return refused(Reason.UNREACHABLE, "more than %d redirects".formatted(MOST_REDIRECTS));
      }
      switch (follow(request, answer.status(), answer.location().get())) {
        case Redirect.To(var next) -> request = next;
        case Redirect.Refused(var why) -> {
          return refused(Reason.NOT_ALLOWED, why);
        }
      }
    }
  }

  private sealed interface Redirect {

    record To(Request request) implements Redirect {}

    record Refused(String why) implements Redirect {}
  }

  private static Redirect follow(Request request, int status, String location) {
    var to = request.destination().redirected(location);
    if (to.isEmpty()) {
      return new Redirect.Refused("it was redirected to an address that is none");
    }
    if (request.destination().isEncrypted() && !to.get().isEncrypted()) {
      return new Redirect.Refused("it was redirected from https to http");
    }
    return request
        .redirected(status, to.get())
        .<Redirect>map(Redirect.To::new)
        .orElseGet(
            () -> new Redirect.Refused("a secret in its body was redirected to another host"));
  }

  private Ending sendOnce(Request request, Deadline deadline) throws InterruptedException {
    var to = request.destination();
    if (!allowed.mayLookUp(to.host(), to.port())) {
      return refused(Reason.NOT_ALLOWED, notListed(to));
    }
    try {
      var known = resolver.addresses(to.name(), deadline.left());
      var addresses =
          known.stream().filter(address -> allowed.allows(to.host(), to.port(), address)).toList();
      return addresses.isEmpty()
          ? refused(Reason.NOT_ALLOWED, notAllowed(to, known))
          : tryEach(request, addresses.stream().limit(MOST_ADDRESSES).toList(), deadline);
    } catch (UnknownHostException unknown) {
      return refused(Reason.UNREACHABLE, "there is no host " + to.name());
    } catch (TimeoutException late) {
      return refused(Reason.TIMEOUT, "the name %s was not found in time".formatted(to.name()));
    }
  }

  /** The next address only where nothing can have left for the one before. */
  private Ending tryEach(Request request, List<InetAddress> addresses, Deadline deadline)
      throws InterruptedException {
    Ending ending = refused(Reason.UNREACHABLE, "no address");
    for (int at = 0; at < addresses.size(); at++) {
      var connect = deadline.left().dividedBy(addresses.size() - (long) at);
      ending = new Exchange(client, request, mostBytes).with(addresses.get(at), connect, deadline);
      if (!(ending instanceof Ending.NoAnswer none) || none.hasLeft() || deadline.isOver()) {
        return ending;
      }
    }
    return ending;
  }

  private String notListed(Destination to) {
    return "%s is not in %s".formatted(to, AllowedHosts.SETTING);
  }

  private String notAllowed(Destination to, List<InetAddress> known) {
    var special = known.stream().anyMatch(it -> AddressKind.of(it) != AddressKind.PUBLIC);
    return special
        ? "%s has no public address; list it in %s where flows may call it"
            .formatted(to, AllowedHosts.SETTING)
        : notListed(to);
  }

  private static Ending refused(Reason reason, String why) {
    return new Ending.NoAnswer(reason, why, false);
  }
}
