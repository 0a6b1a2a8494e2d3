package himalia.features;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.Trainer;
import himalia.model.UnsupervisedTrainer;
import himalia.sampling.FunctionSampler;
import himalia.sampling.Sampler;
import himalia.sampling.SamplingTypes;
import himalia.sampling.augmentation.AugmentationTypes;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A pipeline's table on its way through steps and samplers. Columns are shared, so a stage that nobody here knows gets
 * copies: what it does to them is done to nobody's table. Our own leave what they are given, and copies would cost twice
 * the memory.
 */
final class Handed {
    private static final Set<Class<? extends Record>> OURS =
            Stream.of(
                            new FeatureTypes().types().stream(),
                            new SamplingTypes().types().stream(),
                            new AugmentationTypes().types().stream(),
                            // Its function sees numbers, and no table.
                            Stream.of(FunctionTransformer.class))
                    .flatMap(types -> types)
                    .collect(Collectors.toUnmodifiableSet());

    private Handed() {}

    /** Whether a stage is one of ours, and leaves what it is given. */
    static boolean isOurs(Object stage) {
        return OURS.contains(stage.getClass());
    }

    /** Refuses a part of a pipeline that is null. */
    static void check(Object part, String what) {
        if (part == null) {
            throw new IllegalArgumentException(
                    "a %s of the pipeline is null; run the cell that makes it first"
                            .formatted(what));
        }
    }

    /** Fits a step on the rows to learn from, and does them; one that moves them is refused. */
    static LearntRows learn(Step step, Table rows, @Nullable String label) {
        if (label == null) {
            var fitted = step.fit(given(step, rows));
            return new LearntRows(fitted, checkToLearn(fitted.step(), rows, apply(fitted, rows)));
        }
        if (step instanceof LabelledStep labelled) {
            var learnt =
                    notNull(
                            labelled.fitApply(given(step, rows), label),
                            named("step", step, step.name()),
                            "fitApply; it returns what it has learnt and the rows, LearntRows");
            return new LearntRows(learnt.step(), checkToLearn(step, rows, learnt.rows()));
        }
        var fitted = fit(step, rows, label);
        return new LearntRows(fitted, checkToLearn(fitted.step(), rows, apply(fitted, rows)));
    }

    /** Fits a step that sees no label. */
    static FittedStep fit(Step step, Table features) {
        return notNull(
                step.fit(given(step, features)),
                named("step", step, step.name()),
                "fit; it returns what it has learnt, a FittedStep");
    }

    /** Fits a step on the rows to learn from, which stay as they are. */
    static FittedStep fit(Step step, Table rows, String label) {
        return notNull(
                step.fit(given(step, rows), label),
                named("step", step, step.name()),
                "fit; it returns what it has learnt, a FittedStep");
    }

    static Table apply(FittedStep step, Table rows) {
        var done =
                notNull(
                        step instanceof SharingStep ours
                                ? ours.sharing(rows)
                                : step.apply(given(step, rows)),
                        named("step", step.step(), step.step().name()),
                        "apply; it returns the table with its columns done");
        return checkCount(step.step(), rows, done);
    }

    private static Table checkCount(Step step, Table rows, Table done) {
        if (done.rowCount() != rows.rowCount()) {
            throw new IllegalArgumentException(
                    "step %s returned %s of %d; a step changes columns, and only a Sampler rows: pass one to then(…) instead"
                            .formatted(
                                    step.name(),
                                    Amount.of(done.rowCount(), "row"),
                                    rows.rowCount()));
        }
        return done;
    }

    /** Rows to predict are not looked at again. */
    private static Table checkToLearn(Step step, Table rows, Table done) {
        checkCount(step, rows, done);
        if (!isOurs(step) && RowOrder.isChanged(rows, done)) {
            throw new IllegalArgumentException(
                    "step %s returned the rows in another order; a step changes columns and leaves every row at its place"
                            .formatted(step.name()));
        }
        return done;
    }

    /** Trains what stands at the end. */
    static Model train(Trainer trainer, Table rows, @Nullable String label) {
        // Some learn in an instant, and do not ask.
        new InterruptCheck().ask();
        if (label != null) {
            return trainer.fit(rows, label);
        }
        if (trainer instanceof UnsupervisedTrainer unsupervised) {
            return unsupervised.fit(rows);
        }
        if (trainer instanceof Pipeline pipeline) {
            return pipeline.fit(rows);
        }
        throw new IllegalArgumentException(
                "%s learns from a label; name it: fit(train, \"churned\")"
                        .formatted(trainer.name()));
    }

    static Table resample(Sampler sampler, Table rows, @Nullable String label) {
        if (label == null) {
            throw new IllegalArgumentException(
                    "%s draws rows by their classes, and no label names them; leave it out, or name one: fit(train, \"churned\")"
                            .formatted(sampler.getClass().getSimpleName()));
        }
        var named = named("sampler", sampler, sampler.getClass().getSimpleName());
        try {
            return notNull(
                    sampler.resample(given(sampler, rows), label),
                    named,
                    "resample; it returns the table of the rows to learn from");
        } catch (IllegalArgumentException e) {
            boolean isFunction = sampler instanceof FunctionSampler;
            if ((isFunction || isOurs(sampler)) && isForItsLabel(e, rows, label)) {
                throw new IllegalArgumentException(
                        isFunction ? ofFunction(sampler, label) : ofClasses(named, label), e);
            }
            throw e;
        }
    }

    private static String ofClasses(String sampler, String label) {
        return "%s draws rows by their classes, and label '%s' holds numbers; before a regressor leave it out, or cut the number into ranges first"
                .formatted(sampler, label);
    }

    /** A lambda is a sampler, too, of which no classes are asked. */
    private static String ofFunction(Sampler sampler, String label) {
        return "sampler %s holds the rows' classes against those of the table, and label '%s' holds numbers; before a regressor give the function itself, then((rows, label) -> …), where it asks for no classes, or else leave it out"
                .formatted(sampler, label);
    }

    /** Returns whether what is wrong is that a label holds numbers; a sampler that asks no classes has other reasons. */
    private static boolean isForItsLabel(
            IllegalArgumentException refused, Table rows, String label) {
        if (!NumericLabel.isIn(rows, label)) {
            return false;
        }
        try {
            Labels.toLearn(rows, label);
            return false;
        } catch (IllegalArgumentException ofLabel) {
            return Objects.equals(ofLabel.getMessage(), refused.getMessage());
        }
    }

    private static <T> T notNull(T result, String stage, String work) {
        if (result == null) {
            throw new IllegalArgumentException("%s returned null from %s".formatted(stage, work));
        }
        return result;
    }

    /** What a lambda is called is no name that anybody gave it. */
    private static String named(String what, Object stage, String name) {
        return isNamed(stage, name) ? what + " " + name : "a %s of the pipeline".formatted(what);
    }

    /** Returns what a part of a pipeline is called in pictures and settings. */
    static String name(String what, Object part, String name) {
        return isNamed(part, name) ? name : "a " + what;
    }

    /** Returns a part of a pipeline in a line. */
    static String text(String what, Object part) {
        return part.getClass().isSynthetic() ? "a " + what : part.toString();
    }

    private static boolean isNamed(Object part, String name) {
        var type = part.getClass();
        return !name.isEmpty() && !(type.isSynthetic() && name.equals(type.getSimpleName()));
    }

    private static Table given(Object stage, Table rows) {
        return isOurs(stage) ? rows : rows.copy();
    }
}
