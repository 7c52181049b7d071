package dev.tapflow.flow;

/** One line of a {@code set}: the variable and the value it gets. */
public record Assignment(Variable variable, Text value) {}
