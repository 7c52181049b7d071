package dev.tapflow.flow;

/** A CEL expression as written, without {@code ${}}. Equal sources are one expression. */
public record Expression(String source) {}
