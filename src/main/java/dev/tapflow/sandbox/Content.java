package dev.tapflow.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a chat bubble holds, as the customer sees it. */
sealed interface Content {

  /** The name the phone page draws it by. */
  String kind();

  String body();

  /** What the customer may tap on it. */
  default Stream<Option> options() {
    return Stream.empty();
  }

  default Optional<Option> option(String id) {
    return options().filter(option -> option.id().equals(id)).findFirst();
  }

  /** Something with an id that can be tapped; a quick reply's id is its payload. */
  record Option(String id, String title, @Nullable String description) {}

  /** A text or a picture above the body; {@code value} is the text, or the media's link. */
  record Header(String type, String value) {}

  /** What every message of a business may have around its choices. */
  record Frame(@Nullable Header header, String body, @Nullable String footer) {}

  record Section(@Nullable String title, List<Option> rows) {}

  record Text(String body) implements Content {
    @Override
    public String kind() {
      return "text";
    }
  }

  record Buttons(Frame frame, List<Option> buttons) implements Content {
    @Override
    public String kind() {
      return "button";
    }

    @Override
    public String body() {
      return frame.body();
    }

    @Override
    public Stream<Option> options() {
      return buttons.stream();
    }
  }

  record Menu(Frame frame, String opener, List<Section> sections) implements Content {
    @Override
    public String kind() {
      return "list";
    }

    @Override
    public String body() {
      return frame.body();
    }

    @Override
    public Stream<Option> options() {
      return sections.stream().flatMap(section -> section.rows().stream());
    }
  }

  /** Products, a catalogue or a form: shown, and answered over {@code /raw}. */
  record Offer(String kind, Frame frame) implements Content {
    @Override
    public String body() {
      return frame.body();
    }
  }

  record FromTemplate(int id, String name, Frame frame, List<Option> quickReplies)
      implements Content {
    @Override
    public String kind() {
      return "template";
    }

    @Override
    public String body() {
      return frame.body();
    }

    @Override
    public Stream<Option> options() {
      return quickReplies.stream();
    }
  }

  /** The customer's tap on an option of an earlier message. */
  record Tap(String on, Option option) implements Content {
    @Override
    public String kind() {
      return "tap";
    }

    @Override
    public String body() {
      return option.title();
    }
  }

  /** Anything else a customer sends; {@code body} names it. */
  record Unsupported(String body) implements Content {
    @Override
    public String kind() {
      return "unsupported";
    }
  }
}
