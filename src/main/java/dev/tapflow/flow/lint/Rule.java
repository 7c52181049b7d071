package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.List;
import java.util.stream.Stream;

/** One thing that can be wrong with a folder of flows. */
sealed interface Rule
    permits NamesMeanSomething,
        EveryStepIsReached,
        EveryEndIsWritten,
        NoLoopWithoutACustomer,
        OneNewConversation,
        DistinctTitles,
        MenuFitsWhatsApp,
        TextsFitWhatsApp,
        EveryWrongTextCanBeSaid,
        LiteralsFitTheirTarget,
        MessagesMeetAnOpenWindow,
        LongWaitsEndInTemplates,
        TranslationsAreWhole,
        TranslationsBelong,
        TranslationsInsertTheSame,
        CallsComeBack,
        CallsHaveATimeout,
        NoSecretIsWritten,
        ChannelsTakeEveryMessage,
        ProductsFitWhatsApp,
        MediaStandsOnButtons,
        TemplatesSpeakTheLanguage,
        TemplatesGetTheSameValues,
        MovedStepsAreGone,
        ReturnsAreOfUse,
        WordsStartOneFlow,
        CommandsAreNoTitles {

  /** All rules, in no order that matters. */
  List<Rule> ALL =
      List.of(
          new NamesMeanSomething(),
          new EveryStepIsReached(),
          new EveryEndIsWritten(),
          new NoLoopWithoutACustomer(),
          new OneNewConversation(),
          new DistinctTitles(),
          new MenuFitsWhatsApp(),
          new TextsFitWhatsApp(),
          new EveryWrongTextCanBeSaid(),
          new LiteralsFitTheirTarget(),
          new MessagesMeetAnOpenWindow(),
          new LongWaitsEndInTemplates(),
          new TranslationsAreWhole(),
          new TranslationsBelong(),
          new TranslationsInsertTheSame(),
          new CallsComeBack(),
          new CallsHaveATimeout(),
          new NoSecretIsWritten(),
          new ChannelsTakeEveryMessage(),
          new ProductsFitWhatsApp(),
          new MediaStandsOnButtons(),
          new TemplatesSpeakTheLanguage(),
          new TemplatesGetTheSameValues(),
          new MovedStepsAreGone(),
          new ReturnsAreOfUse(),
          new WordsStartOneFlow(),
          new CommandsAreNoTitles());

  Stream<Finding> check(ReadFolder folder);
}
