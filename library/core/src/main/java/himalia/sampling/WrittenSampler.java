package himalia.sampling;

import tech.tablesaw.api.Table;

/** What a model file holds of a {@link FunctionSampler}: that there was one. */
record WrittenSampler(String title) implements Sampler {
    /** Refuses: a model that was trained so predicts without it. */
    @Override
    public Table resample(Table table, String label) {
        throw new IllegalArgumentException(
                "sampler '%s' is Java code, which no model file holds: this trainer comes from one, and its model predicts; to train again, give it anew: FunctionSampler.of(rows -> …)"
                        .formatted(title));
    }

    @Override
    public String toString() {
        return "FunctionSampler[%s, which is not in the file]".formatted(title);
    }
}
