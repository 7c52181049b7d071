package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Place;

/** An RE2 pattern of a {@code check} and where it is written. */
public record PlacedPattern(String pattern, Place place) {}
