package dev.tapflow.channel.octopods;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of Octopods' requests, as it documents them. What is null is left out; names are said
 * here, so that no setting of a JSON mapper changes them.
 */
final class Wire {

  private Wire() {}

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InteractiveRequest(
      String destinationPhone,
      Interactive wabaInteractiveMessage,
      @Nullable String intercomTeammateId) {}

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TemplateRequest(
      String destinationPhone,
      @Nullable Variables messageVariables,
      @Nullable String headerAttachmentUrl,
      @Nullable String intercomTeammateId) {}

  /** Only sections that have placeholders; an empty one is refused as a wrong count. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Variables(List<String> header, List<String> body, List<String> buttons) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Interactive(
      String type, @Nullable Header header, Words body, @Nullable Words footer, Action action) {}

  record Words(String text) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Header(
      String type,
      @Nullable String text,
      @Nullable Link image,
      @Nullable Link video,
      @Nullable Link document) {}

  record Link(String link) {}

  /** What the customer can do with the message. */
  sealed interface Action {

    record Buttons(List<Button> buttons) implements Action {}

    record Rows(String button, List<Section> sections) implements Action {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Item(String catalogId, String productRetailerId) implements Action {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Shelves(String catalogId, List<Shelf> sections) implements Action {}

    /** A form or a catalog: what it is is said by a name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(String name, @Nullable Object parameters) implements Action {}
  }

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Shelf(@Nullable String title, List<ShelfItem> productItems) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record ShelfItem(String productRetailerId) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record CatalogParameters(String thumbnailProductRetailerId) {}

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FormParameters(
      String flowMessageVersion,
      String flowId,
      String flowCta,
      String flowToken,
      String flowAction,
      @Nullable FormStart flowActionPayload) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record FormStart(String screen, Map<String, Object> data) {}

  record Button(String type, Reply reply) {}

  record Reply(String id, String title) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Section(@Nullable String title, List<Row> rows) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(String id, String title, @Nullable String description) {}
}
