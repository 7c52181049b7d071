package dev.tapflow.inbox;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.HttpAnswer;

/**
 * Events as the table keeps those that were set aside. The names of kinds stay for ever: rows
 * outlive the program that wrote them. Everything but ASCII is escaped, since a text that the
 * database does not take may be why the event is here.
 */
final class EventJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addMixIn(Event.class, Events.class)
          .addMixIn(Content.class, Contents.class)
          .addMixIn(HttpAnswer.class, Answers.class)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          // whole numbers in answers and forms are longs, as they were when they were first read
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          // a newer release on the same database may say more
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private EventJson() {}

  static String write(Event event) {
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected every event to have a JSON form", e);
    }
  }

  static Event read(String json) {
    try {
      return JSON.readValue(json, Event.class);
    } catch (JsonProcessingException e) {
      // its message would quote what is stored
      throw new IllegalStateException("Expected an event that this program once wrote", null);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @Type(value = Event.Message.class, name = "message"),
    @Type(value = Event.AgentActed.class, name = "agent_acted"),
    @Type(value = Event.TimerFired.class, name = "timer_fired"),
    @Type(value = Event.WindowClosed.class, name = "window_closed"),
    @Type(value = Event.Undelivered.class, name = "undelivered"),
    @Type(value = Event.HttpAnswered.class, name = "http_answered"),
    @Type(value = Event.FlowStarted.class, name = "flow_started"),
    @Type(value = Event.ContactChanged.class, name = "contact_changed")
  })
  interface Events {}

  /** Their property is not called kind: media have one of their own. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "content")
  @JsonSubTypes({
    @Type(value = Content.Text.class, name = "text"),
    @Type(value = Content.Tap.class, name = "tap"),
    @Type(value = Content.Media.class, name = "media"),
    @Type(value = Content.Location.class, name = "location"),
    @Type(value = Content.Contacts.class, name = "contacts"),
    @Type(value = Content.Order.class, name = "order"),
    @Type(value = Content.FormAnswer.class, name = "form"),
    @Type(value = Content.Reaction.class, name = "reaction"),
    @Type(value = Content.SystemNotice.class, name = "system"),
    @Type(value = Content.Unsupported.class, name = "unsupported")
  })
  interface Contents {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @Type(value = HttpAnswer.Answered.class, name = "answered"),
    @Type(value = HttpAnswer.Failed.class, name = "failed")
  })
  interface Answers {}
}
