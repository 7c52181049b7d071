package dev.tapflow.flow.yaml;

import dev.tapflow.flow.vocabulary.JsonSchema;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;

/**
 * The JSON Schemas (draft 2020-12) of the files, from the very vocabularies that the readers take
 * their keys from. An editor completes and explains by them.
 */
public final class JsonSchemas {

  private static final Kind TRANSLATION = Kind.named(Naming.PATH, new Kind.Tree(Scalar.TEXT));

  private JsonSchemas() {}

  /** Of {@code <flow>.flow.yaml}. */
  public static String flow() {
    return JsonSchema.of(
        "A flow of Tapflow",
        "One conversation: named steps, each with one verb. flows/<name>.flow.yaml",
        Kind.keys(FlowReader.FLOW));
  }

  /** Of {@code bot.yaml}. */
  public static String bot() {
    return JsonSchema.of(
        "What all flows of a Tapflow bot share",
        "Languages, contact fields, hours, teams, commands, templates, defaults. flows/bot.yaml",
        Kind.keys(BotReader.BOT));
  }

  /** Of {@code <flow>.<language>.yaml} and {@code bot.<language>.yaml}. */
  public static String translation() {
    return JsonSchema.of(
        "A translation of a Tapflow flow",
        "Texts by where they stand in the flow: step.field, such as main_menu.options.orders.title."
            + " flows/<name>.<language>.yaml",
        TRANSLATION);
  }

  /** Of {@code <flow>.test.yaml}. */
  public static String test() {
    return JsonSchema.of(
        "Tests of a Tapflow flow",
        "Conversations that are tried: what is done, and what is expected. flows/<name>.test.yaml",
        Kind.keys(TestFileReader.FILE));
  }
}
