package dev.tapflow.sandbox;

import dev.tapflow.sandbox.Template.Status;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The account's templates: those the example flows use, one of each status, and what is added. */
@Singleton
final class TemplateCatalogue implements Forgetful {

  private static final Instant CREATED_AT = Instant.parse("2026-01-02T09:00:00Z");

  private final ConcurrentSkipListMap<Integer, Template> templates = new ConcurrentSkipListMap<>();

  TemplateCatalogue() {
    forget();
  }

  Collection<Template> all() {
    return List.copyOf(templates.values());
  }

  Optional<Template> find(int id) {
    return Optional.ofNullable(templates.get(id));
  }

  /**
   * What somebody wants added or replaced; it is accepted and English unless they say otherwise.
   */
  record Draft(
      int templateId,
      String name,
      @Nullable String language,
      @Nullable Status status,
      Template.@Nullable Header header,
      String body,
      @Nullable String footer,
      @Nullable List<Template.Button> buttons) {
    Draft {
      Objects.requireNonNull(name, "name is missing");
      Objects.requireNonNull(body, "body is missing");
    }
  }

  Template add(Draft draft) {
    var status = draft.status() == null ? Status.ACCEPTED : draft.status();
    var template =
        new Template(
            draft.templateId(),
            draft.name(),
            draft.language() == null ? "en" : draft.language(),
            status,
            status == Status.ACCEPTED,
            CREATED_AT,
            draft.header(),
            draft.body(),
            draft.footer(),
            draft.buttons() == null ? List.of() : draft.buttons());
    templates.put(template.id(), template);
    return template;
  }

  @Override
  public void forget() {
    templates.clear();
    text(5512, "come_back", "en", "We still have an answer for you. Write to us to go on.");
    text(5513, "come_back", "fr", "Nous avons une réponse pour vous. Écrivez-nous pour continuer.");
    orders();
    appointments();
    notYetAccepted();
  }

  private void orders() {
    add(
        new Draft(
            5514,
            "order_update",
            "en",
            null,
            new Template.Header("IMAGE", null),
            "Hi {{1}}, your order {{2}} is on its way.",
            "Acme",
            null));
    add(
        new Draft(
            5515,
            "order_shipped",
            "en",
            null,
            new Template.Header("TEXT", "Order {{1}}"),
            "Hi {{1}}, it left us today and arrives on {{2}}.",
            null,
            List.of(new Template.Button("Track it", "https://shop.example/track/{{1}}"))));
  }

  private void appointments() {
    add(
        new Draft(
            5520,
            "appointment_reminder",
            "en",
            null,
            null,
            "Hi {{1}}, we see you on {{2}} at {{3}}.",
            "The clinic",
            replies("Confirm", "Move it", "Cancel")));
    add(
        new Draft(
            5521,
            "appointment_reminder",
            "fr",
            null,
            null,
            "Bonjour {{1}}, nous vous attendons le {{2}} à {{3}}.",
            "La clinique",
            replies("Confirmer", "Déplacer", "Annuler")));
  }

  private void notYetAccepted() {
    int id = 5590;
    for (var status : Status.values()) {
      if (status != Status.ACCEPTED) {
        add(new Draft(id++, "sale", "en", status, null, "Everything must go.", null, null));
      }
    }
  }

  private void text(int id, String name, String language, String body) {
    add(new Draft(id, name, language, null, null, body, null, null));
  }

  private static List<Template.Button> replies(String... texts) {
    return List.of(texts).stream().map(text -> new Template.Button(text, null)).toList();
  }
}
