package dev.tapflow.conversation;

import dev.tapflow.engine.Conversation;
import dev.tapflow.message.ContactKey;

/** A conversation as its row has it: the engine's, and the release it keeps. */
record StoredConversation(ContactKey contact, String release, Conversation conversation) {}
