package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Target;

/**
 * What a step takes from around it.
 *
 * @param defaults exits that it does not name itself
 * @param below the step written below it, where it goes on without {@code next}
 */
record Surroundings(Exits defaults, Target below) {}
