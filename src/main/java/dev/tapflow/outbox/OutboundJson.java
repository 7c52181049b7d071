package dev.tapflow.outbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outbound.Header;

/**
 * Messages as the table keeps them. The names of kinds stay for ever: rows outlive the program that
 * wrote them.
 */
final class OutboundJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addMixIn(Outbound.class, Kinds.class)
          .addMixIn(Outbound.TemplateValues.class, NotEmpty.class)
          .addMixIn(Header.class, HeaderKinds.class)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          // a newer release on the same database may say more
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private OutboundJson() {}

  static String write(Outbound message) {
    try {
      return JSON.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected every message to have a JSON form", e);
    }
  }

  static Outbound read(String json) {
    try {
      return JSON.readValue(json, Outbound.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected a message that this program once wrote", e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @Type(value = Outbound.Text.class, name = "text"),
    @Type(value = Outbound.Buttons.class, name = "buttons"),
    @Type(value = Outbound.Options.class, name = "options"),
    @Type(value = Outbound.Media.class, name = "media"),
    @Type(value = Outbound.Form.class, name = "form"),
    @Type(value = Outbound.Product.class, name = "product"),
    @Type(value = Outbound.Products.class, name = "products"),
    @Type(value = Outbound.Catalog.class, name = "catalog"),
    @Type(value = Outbound.Link.class, name = "link"),
    @Type(value = Outbound.LocationRequest.class, name = "location_request"),
    @Type(value = Outbound.Template.class, name = "template")
  })
  interface Kinds {
    @JsonIgnore
    boolean isFree();
  }

  interface NotEmpty {
    @JsonIgnore
    boolean isEmpty();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @Type(value = Header.Words.class, name = "words"),
    @Type(value = Header.Picture.class, name = "picture"),
    @Type(value = Header.Film.class, name = "film"),
    @Type(value = Header.Paper.class, name = "paper")
  })
  interface HeaderKinds {}
}
