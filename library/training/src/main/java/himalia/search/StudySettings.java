package himalia.search;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a study is of, and how it is done.
 *
 * @param objective what its values are, in words; empty where nobody says
 */
record StudySettings(
        String name,
        Direction direction,
        SearchSpace space,
        SearchSampler sampler,
        Pruner pruner,
        Clock clock,
        String objective) {
    StudySettings named(String other) {
        return new StudySettings(other, direction, space, sampler, pruner, clock, objective);
    }

    StudySettings with(Pruner other) {
        return new StudySettings(name, direction, space, sampler, other, clock, objective);
    }

    StudySettings with(Clock other) {
        return new StudySettings(name, direction, space, sampler, pruner, other, objective);
    }

    StudySettings of(String other) {
        return new StudySettings(name, direction, space, sampler, pruner, clock, other);
    }

    /** Bounds may move between two sessions; what is a number stays one, and choices stay what they are. */
    void checkLike(Map<String, ParameterDistribution> kept, Path file) {
        for (var name : space.names()) {
            var before = kept.get(name);
            var now = space.distribution(name);
            if (before != null && !isLike(before, now)) {
                throw new IllegalArgumentException(
                        "'%s' is %s in the space, and %s in the study %s; keep its kind, or begin another file"
                                .formatted(name, now, before, file));
            }
        }
    }

    /** What Optuna takes for compatible. */
    private static boolean isLike(ParameterDistribution before, ParameterDistribution now) {
        if (before instanceof RealRange one && now instanceof RealRange other) {
            return one.log() == other.log();
        }
        if (before instanceof WholeRange one && now instanceof WholeRange other) {
            return one.log() == other.log();
        }
        return before.equals(now);
    }
}
