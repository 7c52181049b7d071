/**
 * From text to flow. Every scalar is read from its own characters, as its place asks for; nothing
 * is guessed from how it looks. Whatever is wrong becomes a finding with its place, and reading
 * goes on, so that one look shows everything. {@link dev.tapflow.flow.yaml.FolderReader} is the
 * door; {@link dev.tapflow.flow.yaml.SourceMap} remembers where things were written, so that the
 * flow itself stays a plain value.
 */
@NullMarked
package dev.tapflow.flow.yaml;

import org.jspecify.annotations.NullMarked;
