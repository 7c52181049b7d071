package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Target;
import java.util.Optional;

/**
 * What a step takes from around it.
 *
 * @param defaults exits that it does not name itself
 * @param onError where a call leads that fails and does not say where
 * @param below the step written below it, where it goes on without {@code next}
 */
record Surroundings(Exits defaults, Optional<Target> onError, Target below) {}
