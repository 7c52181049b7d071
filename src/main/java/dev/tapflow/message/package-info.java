/**
 * The words that all rooms share: who writes ({@link dev.tapflow.message.ContactKey}), what arrives
 * ({@link dev.tapflow.message.Inbound}), what leaves ({@link dev.tapflow.message.Outbound}), and
 * the ids on buttons that come back ({@link dev.tapflow.message.ReplyId}). Values only.
 */
@NullMarked
package dev.tapflow.message;

import org.jspecify.annotations.NullMarked;
