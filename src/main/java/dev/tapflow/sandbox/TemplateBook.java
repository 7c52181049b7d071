package dev.tapflow.sandbox;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET /whatsapp/templates…}: the account's templates, as far as one asks for them. */
@Singleton
final class TemplateBook {

  private final TemplateCatalogue catalogue;
  private final MetaWebhook webhook;

  TemplateBook(TemplateCatalogue catalogue, MetaWebhook webhook) {
    this.catalogue = catalogue;
    this.webhook = webhook;
  }

  /** What is asked for; what is null does not matter. */
  record Filter(@Nullable String status, @Nullable String active, @Nullable String language) {

    private static final Set<String> YES = Set.of("true", "1", "yes", "on");

    private Optional<Refusal> refusal() {
      return status == null
              || Arrays.stream(Template.Status.values()).anyMatch(s -> s.filter().equals(status))
          ? Optional.empty()
          : Optional.of(Refusal.status(status));
    }

    private boolean takes(Template template) {
      boolean sameStatus = status == null || template.status().filter().equals(status);
      boolean sameActive =
          active == null || template.active() == YES.contains(active.toLowerCase(Locale.ROOT));
      return sameStatus && sameActive && (language == null || template.language().equals(language));
    }
  }

  Reply list(Filter filter) {
    return filter
        .refusal()
        .<Reply>map(Reply.Refused::new)
        .orElseGet(
            () ->
                new Reply.Done(
                    200,
                    Json.toTree(
                        catalogue.all().stream()
                            .filter(filter::takes)
                            .map(template -> template.toJson(accountNumber()))
                            .toList())));
  }

  Reply one(String id) {
    return (id.matches("\\d{1,9}")
            ? catalogue.find(Integer.parseInt(id))
            : Optional.<Template>empty())
        .<Reply>map(template -> new Reply.Done(200, template.toJson(accountNumber())))
        .orElseGet(() -> new Reply.Refused(Refusal.noSuchTemplate(id)));
  }

  private String accountNumber() {
    return "+" + webhook.target().displayPhoneNumber();
  }
}
