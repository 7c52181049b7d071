package dev.tapflow.conversation;

import dev.tapflow.flow.Constants;
import dev.tapflow.flow.release.FlowFolder;
import dev.tapflow.flow.yaml.FolderReader;
import dev.tapflow.flow.yaml.SourceMap;
import dev.tapflow.start.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** A setting for a constant that no flow knows, or of another type, stops the start. */
@ApplicationScoped
final class ConstantsCheck implements StartCheck {

  private final ConstantSettings settings;
  private final FlowsSettings flows;

  ConstantsCheck(ConstantSettings settings, FlowsSettings flows) {
    this.settings = settings;
    this.flows = flows;
  }

  @Override
  public List<String> problems() {
    // reading the folder takes a while, and hardly anybody sets a constant
    return settings.values(Set.of()).isEmpty() ? List.of() : misfits();
  }

  private List<String> misfits() {
    try {
      var folder = FolderReader.read(FlowFolder.read(flows.dir()).files());
      var bot = folder.bot();
      // a broken bot.yaml is found when it is published, and says nothing about its constants
      return folder.doubtful().contains(SourceMap.BOT)
          ? List.of()
          : ConstantSettings.problems(
              Constants.replace(bot, settings.values(bot.values().keySet())).refused());
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
