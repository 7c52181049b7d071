package dev.tapflow.sandbox;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestPath;

/** A phone as it changes, for a page that does not want to ask again. */
@Path("/sandbox/phones/{number}/live")
final class LiveResource {

  /** Often enough that no proxy takes the line for dead. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Phones phones;
  private final Live live;

  LiveResource(Phones phones, Live live) {
    this.phones = phones;
    this.live = live;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> watch(@RestPath String number, @Context Sse sse) {
    var news = live.watch(phones.of(number)).map(item -> eventOf(sse, item));
    var heartbeats =
        Multi.createFrom()
            .ticks()
            .every(HEARTBEAT)
            .onOverflow()
            .drop()
            .map(tick -> sse.newEventBuilder().comment("still here").build());
    return Multi.createBy().merging().streams(news, heartbeats);
  }

  private static OutboundSseEvent eventOf(Sse sse, Live.News news) {
    return sse.newEventBuilder()
        .name(news.event())
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(news.data())
        .build();
  }
}
