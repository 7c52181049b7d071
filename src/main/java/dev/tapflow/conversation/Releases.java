package dev.tapflow.conversation;

import dev.tapflow.flow.Constants;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.release.FlowFolder;
import dev.tapflow.flow.release.LoadResult;
import dev.tapflow.flow.release.ReleaseLoader;
import dev.tapflow.message.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The releases that conversations run on: the newest for new ones, and those that open ones keep.
 * One that is not in memory is read from its table, so every replica can run every conversation.
 */
@ApplicationScoped
public class Releases {

  private static final Logger LOG = Logger.getLogger(Releases.class);

  /** How soon a saved file is noticed; short enough for "live at the next message". */
  private static final Duration FRESH_FOR = Duration.ofMillis(100);

  private final ReleaseRepository table;
  private final FlowsSettings settings;
  private final ConstantSettings constants;
  private final BusinessClock clock;
  private final ReleaseLoader loader;
  private final Map<String, Release> loaded = new ConcurrentHashMap<>();

  private volatile @Nullable Published newest;
  private volatile List<Finding> findings = List.of();
  private @Nullable Seen lastSeen;
  private Instant lookedAt = Instant.EPOCH;

  Releases(
      ReleaseRepository table,
      FlowsSettings settings,
      ExpressionsSettings expressions,
      ConstantSettings constants,
      BusinessClock clock) {
    this.loader = new ReleaseLoader(expressions.bounds());
    this.table = table;
    this.settings = settings;
    this.constants = constants;
    this.clock = clock;
  }

  /** A release and since when it is the newest. */
  public record Published(Release release, Instant since) {}

  /** How an attempt to publish the folder ended. */
  public sealed interface Publication {

    /** It is the newest release now; warnings, if any, are among {@link Releases#findings()}. */
    record Accepted(Published published) implements Publication {}

    /** It has errors; the running release goes on. */
    record Rejected(List<Finding> findings) implements Publication {}
  }

  /** The newest release, where there is one. */
  public Optional<Published> published() {
    return Optional.ofNullable(newest);
  }

  /** What the linter found when the folder was last looked at. */
  public List<Finding> findings() {
    return findings;
  }

  /** The release for new conversations. */
  Release newest() {
    return published().orElseThrow(NothingPublished::new).release();
  }

  /** The release of an open conversation; in dev the newest, where its step is still there. */
  Release forOpen(String id, StepRef at) {
    if (settings.moveOpenConversations() && newest().step(at).isPresent()) {
      return newest();
    }
    var inMemory = loaded.get(id);
    return inMemory != null ? inMemory : readOrNewest(id);
  }

  /** Publishes the folder as it is now. */
  public synchronized Publication publishFolder() {
    var folder = readFolder();
    return switch (load(folder)) {
      case LoadResult.Loaded(var release, var hash, var warnings) -> {
        findings = warnings;
        yield new Publication.Accepted(publish(release, hash, folder.files()));
      }
      case LoadResult.Rejected(var hash, var errors) -> {
        findings = errors;
        yield new Publication.Rejected(errors);
      }
    };
  }

  /** Loads the folder ahead of its publication, while the start is busy with other things. */
  synchronized void prepare() {
    load(readFolder());
  }

  private LoadResult load(FlowFolder folder) {
    var seen = lastSeen;
    if (seen != null && seen.folder().equals(folder)) {
      return seen.result();
    }
    var result = withSettings(loader.load(folder));
    lastSeen = new Seen(folder, result);
    return result;
  }

  /** A setting that does not fit a folder's constants keeps it from being published. */
  private LoadResult withSettings(LoadResult result) {
    if (!(result instanceof LoadResult.Loaded(var release, var hash, var warnings))) {
      return result;
    }
    var replaced = withSettings(release);
    return replaced.refused().isEmpty()
        ? new LoadResult.Loaded(release.with(replaced.bot()), hash, warnings)
        : new LoadResult.Rejected(
            hash, replaced.refused().entrySet().stream().map(Releases::badSetting).toList());
  }

  private Constants.Replaced withSettings(Release release) {
    var bot = release.bot();
    return Constants.replace(bot, constants.values(bot.values().keySet()));
  }

  private static Finding badSetting(Map.Entry<String, String> refused) {
    var setting = new Place(ConstantSettings.PREFIX + refused.getKey(), 1, 1);
    return new Finding(Finding.Severity.ERROR, "bad-setting", setting, refused.getValue(), "");
  }

  /** The folder as it was last looked at, and what became of it. */
  private record Seen(FlowFolder folder, LoadResult result) {}

  /** Publishes a folder that was changed, where it is watched. Called before each batch. */
  synchronized void freshen() {
    var now = Instant.now();
    if (settings.watch().isEmpty() || lookedAt.plus(FRESH_FOR).isAfter(now)) {
      return;
    }
    lookedAt = now;
    if (isChanged(readFolder())) {
      log(publishFolder());
    }
  }

  private boolean isChanged(FlowFolder folder) {
    return lastSeen == null || !lastSeen.folder().equals(folder);
  }

  /** A folder that cannot be read is one with a finding: a person must mend it like any other. */
  private FlowFolder readFolder() {
    try {
      return FlowFolder.read(settings.dir());
    } catch (IOException e) {
      var place = new Place(settings.dir().toString(), 1, 1);
      var message =
          "The flows' folder cannot be read; set tapflow.flows.dir to a folder with flows";
      return new FlowFolder(
          new TreeMap<>(),
          List.of(new Finding(Finding.Severity.ERROR, "unreadable-folder", place, message, "")));
    }
  }

  /** Takes over what another replica has published. */
  synchronized void follow() {
    table
        .newest()
        .filter(stored -> newest == null || !newest.release().id().equals(stored.id()))
        .ifPresent(
            stored ->
                inMemory(stored.id())
                    .or(() -> read(stored.id()))
                    .ifPresent(release -> newest = new Published(release, stored.since())));
  }

  /**
   * The folder's own release, as at most starts, need not be read from the table and loaded anew.
   */
  private Optional<Release> inMemory(String id) {
    if (lastSeen != null
        && lastSeen.result() instanceof LoadResult.Loaded(var release, var hash, var warnings)
        && release.id().equals(id)) {
      loaded.put(id, release);
    }
    return Optional.ofNullable(loaded.get(id));
  }

  private Published publish(Release release, String hash, Map<String, String> files) {
    var running = newest;
    if (running != null && running.release().id().equals(release.id())) {
      return running;
    }
    var now = clock.now();
    QuarkusTransaction.requiringNew().run(() -> table.publish(release.id(), hash, files, now));
    loaded.put(release.id(), release);
    var published = new Published(release, now);
    newest = published;
    return published;
  }

  static void log(Publication publication) {
    switch (publication) {
      case Publication.Accepted(var published) ->
          LOG.infof(
              "Flows published: release %s with %d flows",
              published.release().id(), published.release().flows().size());
      case Publication.Rejected(var errors) -> {
        LOG.errorf("Flows not published, %d findings; the running release goes on", errors.size());
        errors.forEach(
            finding -> LOG.errorf("%s %s: %s", finding.place(), finding.code(), finding.message()));
      }
    }
  }

  private Release readOrNewest(String id) {
    return read(id).orElseGet(this::newest);
  }

  private Optional<Release> read(String id) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> table.findByIdOptional(id))
        .flatMap(this::read);
  }

  private Optional<Release> read(ReleaseEntity stored) {
    return switch (loader.load(stored.files)) {
      case LoadResult.Loaded(var kept, var hash, var warnings) -> {
        // a constant that this older release does not have is of no concern to it
        var release = kept.with(withSettings(kept).bot());
        loaded.put(release.id(), release);
        yield Optional.of(release);
      }
      case LoadResult.Rejected(var hash, var errors) -> {
        LOG.errorf("Release %s cannot be read by this version: %s", stored.id, errors);
        yield Optional.empty();
      }
    };
  }
}
