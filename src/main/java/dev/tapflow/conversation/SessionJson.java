package dev.tapflow.conversation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tapflow.engine.Conversation;
import dev.tapflow.engine.Frame;
import dev.tapflow.engine.Input;
import dev.tapflow.engine.Session;
import dev.tapflow.engine.Waiting;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the JSON that its row keeps. The form has a version: what an older Tapflow
 * wrote can always be read, by a step from each version to the next.
 */
final class SessionJson {

  private static final String VERSION = "version";
  private static final String VERSION_FIRST = "{\"%s\":%d,".formatted(VERSION, Session.VERSION);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addMixIn(Waiting.class, WaitingForm.class)
          .addMixIn(Frame.class, FrameForm.class)
          .addMixIn(Conversation.class, ConversationForm.class)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .build();

  private SessionJson() {}

  static String write(Conversation conversation) {
    try {
      // the version is put before the first field: a tree in between would double the work
      return VERSION_FIRST + JSON.writeValueAsString(encoded(conversation)).substring(1);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected a conversation that can be written as JSON", e);
    }
  }

  static Conversation read(String text) {
    try {
      var tree = upgraded((ObjectNode) JSON.readTree(text));
      return decoded(JSON.treeToValue(tree, Conversation.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected the JSON of a session, but got something else", e);
    }
  }

  private static ObjectNode upgraded(ObjectNode tree) {
    return switch (tree.path(VERSION).asInt()) {
      case Session.VERSION -> tree;
      // the first version knew no sub-flows
      case 1 -> tree.set("frames", JSON.createArrayNode());
      default ->
          throw new IllegalStateException(
              "Expected a session of version 1 to %d, but got %s"
                  .formatted(Session.VERSION, tree.path(VERSION)));
    };
  }

  /** Values of contact fields, or what a branch looked at. */
  static String writeValues(Map<String, Object> values) {
    try {
      return JSON.writeValueAsString(ValueJson.encode(values));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected values that can be written as JSON", e);
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> readValues(String text) {
    try {
      return ValueJson.decode(JSON.readValue(text, Map.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected the JSON of values, but got something else", e);
    }
  }

  /** Labels of a contact. */
  static String writeTags(SortedSet<String> tags) {
    try {
      return JSON.writeValueAsString(tags);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected labels that can be written as JSON", e);
    }
  }

  static SortedSet<String> readTags(String text) {
    try {
      return new TreeSet<>(List.of(JSON.readValue(text, String[].class)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected the JSON of labels, but got something else", e);
    }
  }

  /** The files of a release, name to text. */
  static String writeFiles(Map<String, String> files) {
    try {
      return JSON.writeValueAsString(files);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected files that can be written as JSON", e);
    }
  }

  private static Conversation encoded(Conversation plain) {
    return withValues(plain, ValueJson::encode, ValueJson::encodeValue);
  }

  private static Conversation decoded(Conversation stored) {
    return withValues(stored, ValueJson::decode, ValueJson::decodeValue);
  }

  private static Conversation withValues(
      Conversation from,
      UnaryOperator<Map<String, Object>> variables,
      UnaryOperator<@Nullable Object> value) {
    var input = from.input();
    return new Conversation(
        from.ordinal(),
        from.at(),
        variables.apply(from.vars()),
        new Input(
            input.text(),
            input.option(),
            input.title(),
            input.kind(),
            value.apply(input.value()),
            input.outcome()),
        from.waiting(),
        from.lastToken(),
        from.path(),
        from.frames().stream().map(frame -> withVariables(frame, variables)).toList(),
        from.responseStatus(),
        from.counters(),
        from.startedAt());
  }

  private static Frame withVariables(Frame frame, UnaryOperator<Map<String, Object>> variables) {
    return switch (frame) {
      case Frame.Called(var at, var vars) -> new Frame.Called(at, variables.apply(vars));
      case Frame.PutAside aside ->
          new Frame.PutAside(aside.at(), variables.apply(aside.vars()), aside.waiting());
    };
  }

  /** The engine's types know nothing of JSON: what they are called in it is said here. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "for")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Waiting.ForAnswer.class, name = "answer"),
    @JsonSubTypes.Type(value = Waiting.ForTime.class, name = "time"),
    @JsonSubTypes.Type(value = Waiting.ForHttp.class, name = "http"),
    @JsonSubTypes.Type(value = Waiting.ForAgent.class, name = "agent"),
    @JsonSubTypes.Type(value = Waiting.WithAgent.class, name = "return"),
    @JsonSubTypes.Type(value = Waiting.Over.class, name = "nothing")
  })
  private interface WaitingForm {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "frame")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Frame.Called.class, name = "called"),
    @JsonSubTypes.Type(value = Frame.PutAside.class, name = "put_aside")
  })
  private interface FrameForm {}

  @JsonIgnoreProperties({"open"})
  private interface ConversationForm {}
}
