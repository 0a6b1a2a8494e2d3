package himalia.features;

import himalia.display.bundle.Amount;
import himalia.sampling.Sampler;
import himalia.sampling.SamplingTypes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * A pipeline's table on its way through steps and samplers. Columns are shared, so a stage that nobody here knows gets
 * copies: what it does to them is done to nobody's table. Our own leave what they are given, and copies would cost twice
 * the memory.
 */
final class Handed {
    private static final Set<Class<? extends Record>> OURS =
            Stream.of(new FeatureTypes(), new SamplingTypes())
                    .flatMap(types -> types.types().stream())
                    .collect(Collectors.toUnmodifiableSet());

    private Handed() {}

    /** Refuses a part of a pipeline that is null. */
    static void check(Object part, String what) {
        if (part == null) {
            throw new IllegalArgumentException(
                    "a %s of the pipeline is null; run the cell that makes it first"
                            .formatted(what));
        }
    }

    static FittedStep fit(Step step, Table rows, String label) {
        return step.fit(given(step, rows), label);
    }

    static Table apply(FittedStep step, Table rows) {
        var done = step.apply(given(step, rows));
        if (done.rowCount() != rows.rowCount()) {
            throw new IllegalArgumentException(
                    "step %s returned %s of %d; a step changes columns, and only a Sampler rows: pass one to then(…) instead"
                            .formatted(
                                    step.step().name(),
                                    Amount.of(done.rowCount(), "row"),
                                    rows.rowCount()));
        }
        return done;
    }

    static Table resample(Sampler sampler, Table rows, String label) {
        return sampler.resample(given(sampler, rows), label);
    }

    private static Table given(Object stage, Table rows) {
        return OURS.contains(stage.getClass()) ? rows : rows.copy();
    }
}
