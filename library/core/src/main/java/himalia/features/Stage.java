package himalia.features;

import himalia.sampling.Sampler;

/**
 * What stands in a {@link Pipeline} before its trainer: a step, or a sampler, which acts on training rows only.
 *
 * <pre>{@code
 * List<Stage> stages = List.of(new Stage.Fit(new StandardScaler()), new Stage.Resample(new Smote(5, 42)));
 * Pipeline pipeline = new Pipeline(stages, new LogisticRegression(1.0));
 * }</pre>
 */
public sealed interface Stage {
    /** Returns its name. */
    String name();

    /** Returns the step or sampler itself, a record of settings. */
    Object settings();

    /**
     * A step of a pipeline.
     *
     * @param step what is fitted on the training rows and applied to all
     */
    record Fit(Step step) implements Stage {
        public Fit {
            Handed.check(step, "step");
        }

        @Override
        public String name() {
            return Handed.name("step", step, step.name());
        }

        @Override
        public Object settings() {
            return step;
        }
    }

    /**
     * A sampler of a pipeline.
     *
     * @param sampler what changes the training rows
     */
    record Resample(Sampler sampler) implements Stage {
        public Resample {
            Handed.check(sampler, "sampler");
        }

        @Override
        public String name() {
            return Handed.name("sampler", sampler, sampler.getClass().getSimpleName());
        }

        @Override
        public Object settings() {
            return sampler;
        }
    }
}
