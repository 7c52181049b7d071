package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Flow;
import dev.tapflow.flow.StepRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a whole folder: bot.yaml, every {@code <id>.flow.yaml} and their translations ({@code
 * <id>.<language>.yaml}). Other files are not for it.
 */
public final class FolderReader {

  /** The file that all flows share. */
  public static final String BOT_FILE = "bot.yaml";

  /** How the name of a flow's file ends. */
  public static final String FLOW_SUFFIX = ".flow.yaml";

  private static final Pattern FLOW_NAME = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
  private static final Pattern ADDRESS =
      Pattern.compile("([a-z][a-z0-9_-]{0,39})#([a-z][a-z0-9_-]{0,39})");

  private final TreeMap<String, Flow> flows = new TreeMap<>();
  private final Map<String, SourceMap.Written> written = new HashMap<>();
  private final List<Page> pages = new ArrayList<>();
  private final Set<String> unread = new HashSet<>();
  private final TranslationFiles translations;

  private FolderReader(TranslationFiles translations) {
    this.translations = translations;
  }

  /**
   * Reads what can be read; never throws for what the files say.
   *
   * @param files texts by file name, as the findings will call them; a folder before the last slash
   *     does not matter
   */
  public static ReadFolder read(Map<String, String> files) {
    var sorted = new TreeMap<>(files);
    return new FolderReader(TranslationFiles.open(sorted)).readAll(sorted);
  }

  private ReadFolder readAll(TreeMap<String, String> files) {
    var bot =
        files.entrySet().stream()
            .filter(it -> nameOf(it.getKey()).equals(BOT_FILE))
            .findFirst()
            .map(it -> readBot(source(it.getKey(), it.getValue())))
            .orElseGet(BotReader::builtIn);
    files.entrySet().stream()
        .filter(it -> it.getKey().endsWith(FLOW_SUFFIX))
        .forEach(it -> readFlow(source(it.getKey(), it.getValue()), bot));
    Entrances.fill(flows);
    translations.check(bot.bot().languages(), names());
    return new ReadFolder(
        bot.bot(),
        flows,
        unread,
        doubtful(),
        mentioned(),
        new SourceMap(written, sources(), translations.overlays()),
        pages.stream().flatMap(it -> it.references().stream()).toList(),
        pages.stream().flatMap(it -> it.expressions().stream()).toList(),
        pages.stream().flatMap(it -> it.patterns().stream()).toList(),
        translations(bot.bot().languages()),
        allPages().flatMap(it -> it.findings().stream()).toList());
  }

  private Stream<Page> allPages() {
    return Stream.concat(pages.stream(), translations.pages().stream());
  }

  /** Of what can be translated; bot.yaml has the empty name. */
  private Set<String> names() {
    var names = new HashSet<>(flows.keySet());
    names.addAll(unread);
    if (written.containsKey(SourceMap.BOT)) {
      names.add(SourceMap.BOT);
    }
    return names;
  }

  private List<Source> sources() {
    return allPages().map(Page::source).toList();
  }

  /** What could not be read whole has texts that nobody has seen. */
  private List<Translation> translations(List<String> languages) {
    var doubtful = doubtful();
    return translations.translations(languages).stream()
        .filter(it -> !doubtful.contains(it.flow()))
        .toList();
  }

  private ReadBot readBot(Source source) {
    var page = open(source, SourceMap.BOT);
    var root = compose(page);
    root.ifPresent(it -> translations.layBot(page, it));
    return root.map(it -> new BotReader(page).read(it)).orElseGet(BotReader::builtIn);
  }

  private void readFlow(Source source, ReadBot bot) {
    var fileName = nameOf(source.file());
    var name = fileName.substring(0, fileName.length() - FLOW_SUFFIX.length());
    var page = open(source, name);
    if (!FLOW_NAME.matcher(name).matches()) {
      page.error(
          "bad-name",
          source.top(),
          "A flow's file is named <flow>.flow.yaml, the flow with at most 40 of a-z, 0-9, _ and -,"
              + " beginning with a letter");
      return;
    }
    var root = compose(page);
    root.ifPresent(it -> translations.layFlow(page, it, bot.bot().languages()));
    root.flatMap(it -> new FlowReader(page, bot).read(it))
        .ifPresentOrElse(it -> flows.put(name, it), () -> unread.add(name));
  }

  private Page open(Source source, String flow) {
    var page = new Page(source, flow);
    pages.add(page);
    return page;
  }

  private Optional<Yaml> compose(Page page) {
    var root = Document.compose(page);
    root.ifPresent(it -> written.put(page.flow(), new SourceMap.Written(page.source(), it)));
    return root;
  }

  private Set<String> doubtful() {
    var names = new HashSet<String>();
    pages.stream().filter(Page::hasErrors).forEach(it -> names.add(it.flow()));
    return names;
  }

  private Set<StepRef> mentioned() {
    var steps = new HashSet<StepRef>();
    for (var page : pages) {
      if (page.hasErrors()) {
        ADDRESS
            .matcher(page.source().text())
            .results()
            .forEach(it -> steps.add(new StepRef(it.group(1), it.group(2))));
      }
    }
    return steps;
  }

  /** A byte order mark, as some editors leave it, is no part of the text. */
  static Source source(String file, String text) {
    return new Source(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  static String nameOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
