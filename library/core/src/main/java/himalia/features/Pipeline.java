package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.sampling.Sampler;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Steps, samplers and a trainer at the end, which together are a trainer.
 *
 * <pre>{@code
 * Model model = Pipeline.of(new SimpleImputer(), new OneHotEncoder(), new StandardScaler())
 *         .then(new Smote(5, 42))
 *         .train(new LogisticRegression(1.0))
 *         .fit(train, "churned");
 * model.predict(test)      // test as it came: with texts, and with missing cells
 * }</pre>
 *
 * <p>Steps are fitted, and samplers act, on the rows to learn from only; a row to predict passes the steps and no
 * sampler. So nothing of a test row can leak into the model, in a split or in a fold.
 *
 * <p>A step or sampler of your own is given copies of the columns, so it may change them and the table stays as it is; a
 * step that returns other rows than it got is refused: fewer, more, or, where it learns, in another order, as far as its columns show it.
 *
 * @param stages the steps and samplers, in order
 * @param trainer what learns from the rows that come out of them
 */
public record Pipeline(List<Stage> stages, Trainer trainer) implements Trainer {
    public Pipeline {
        given(stages, "stages");
        stages = List.copyOf(stages);
        Handed.check(trainer, "trainer");
        if (trainer.ranksWithin().isPresent()) {
            stages.forEach(stage -> checkKeepsQueries(stage, trainer));
        }
    }

    /** A row that is made has no query, and a query of some of its rows is another one. */
    private static void checkKeepsQueries(Stage stage, Trainer trainer) {
        if (stage instanceof Stage.Resample) {
            throw new IllegalArgumentException(
                    "%s makes or drops rows, and %s ranks the rows of whole queries; leave %1$s out"
                            .formatted(stage.name(), trainer.name()));
        }
    }

    /** Begins a pipeline with some steps; samplers come behind them, {@code .then(new Smote(5, 42))}. */
    public static Start of(Step... steps) {
        given(steps, "steps");
        return new Start(Stream.of(steps).<Stage>map(Stage.Fit::new).toList());
    }

    /**
     * Begins a pipeline with a sampler; further ones, and steps, come by {@code then}.
     *
     * <pre>{@code
     * Pipeline.of(new Smote(5, 42)).train(new LogisticRegression(1.0))
     * }</pre>
     */
    public static Start of(Sampler sampler) {
        return new Start(List.of(new Stage.Resample(sampler)));
    }

    /** A pipeline that has no trainer yet. */
    public static final class Start {
        private final List<Stage> stages;

        private Start(List<Stage> stages) {
            this.stages = stages;
        }

        /** Adds a step. */
        public Start then(Step step) {
            return with(new Stage.Fit(step));
        }

        /** Adds a sampler, which acts on the rows to learn from only. */
        public Start then(Sampler sampler) {
            return with(new Stage.Resample(sampler));
        }

        /** Ends the pipeline with a trainer. */
        public Pipeline train(Trainer trainer) {
            return new Pipeline(stages, trainer);
        }

        @Override
        public String toString() {
            return told(stages.stream().map(Pipeline::text))
                    + ", without a trainer yet: .train(…) ends it";
        }

        private Start with(Stage stage) {
            var more = new ArrayList<>(stages);
            more.add(stage);
            return new Start(List.copyOf(more));
        }
    }

    @Override
    public Optional<Target.Kind> predicts() {
        return trainer.predicts();
    }

    @Override
    public Optional<String> ranksWithin() {
        return trainer.ranksWithin();
    }

    @Override
    public Model fit(Table table, String label) {
        Tables.column(Tables.given(table), label);
        return told(table, label);
    }

    /**
     * Learns without a label, where the trainer at the end needs none.
     *
     * <pre>{@code
     * Pipeline.of(new StandardScaler()).train(new KMeans(3, 42)).fit(table)
     * }</pre>
     *
     * @throws IllegalArgumentException if the trainer, or a step, learns from a label
     */
    public Model fit(Table table) {
        return told(table, null);
    }

    private Model told(Table table, @Nullable String label) {
        var fitted = new ArrayList<FittedStep>();
        Tables.given(table);
        try {
            return fit(table, label, fitted);
        } catch (IllegalArgumentException e) {
            throw MadeMissing.told(TakenColumns.told(e, this, table, fitted), table, fitted);
        }
    }

    /** No other class of ours trains: that would make it a part of something larger, which an interrupt ends. */
    private Model trained(Table rows, @Nullable String label, LeftClasses classes) {
        try {
            return Handed.train(trainer, rows, label);
        } catch (IllegalArgumentException refused) {
            throw classes.told(refused);
        }
    }

    private Model fit(Table table, @Nullable String label, List<FittedStep> fitted) {
        var aside = QueryAside.of(trainer, table, label);
        var rows = aside.rows();
        var classes = new LeftClasses(label);
        for (var stage : stages) {
            if (stage instanceof Stage.Fit fit) {
                var given = rows;
                var learnt = aside.told(() -> Handed.learn(fit.step(), given, label));
                fitted.add(learnt.step());
                rows = learnt.rows();
            } else if (stage instanceof Stage.Resample resample) {
                var given = rows;
                rows = Handed.resample(resample.sampler(), given, label);
                classes.look(resample.sampler(), given, rows);
            }
        }
        // Before it is trained: what an interrupt keeps waits for nothing more.
        var provenance = Provenance.of(table);
        var model = trained(aside.back(rows), label, classes);
        boolean isLeftOut = label != null && model.schema().target().column().isEmpty();
        // Who predicts knows no query, and no step reads it.
        var read = isLeftOut ? aside.rows().rejectColumns(label) : aside.rows();
        var schema = Schema.of(read, model.schema().target());
        return new PipelineModel(schema, this, fitted, model, provenance);
    }

    @Override
    public boolean keepsRows() {
        return stages.stream().noneMatch(stage -> stage instanceof Stage.Resample)
                && trainer.keepsRows();
    }

    /**
     * Returns the pipeline for a table without a column: steps that name it name the others, and one that names no other is left out.
     *
     * <pre>{@code
     * pipeline.without("refund").fit(train.rejectColumns("refund"), "churned")
     * }</pre>
     */
    public Pipeline without(String column) {
        return WithoutColumn.of(this, given(column, "column"));
    }

    /** Returns the names of the steps and samplers that have a column's name among their settings. */
    public List<String> naming(String column) {
        return WithoutColumn.naming(this, given(column, "column"));
    }

    /** Returns every part's settings by name, {@code smote__neighbours}, as scikit-learn's {@code make_pipeline} writes them. */
    @Override
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        var names = names();
        var keys = keys(names);
        settings.put("steps", String.join(", ", names));
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            var part =
                    i < stages.size()
                            ? Trainer.settingsOf(stages.get(i).settings())
                            : trainer.settings();
            part.forEach((name, value) -> settings.put(key + "__" + name, value));
        }
        return settings;
    }

    private List<String> names() {
        return Stream.concat(
                        stages.stream().map(Stage::name),
                        Stream.of(Handed.name("trainer", trainer, trainer.name())))
                .toList();
    }

    /** Parts of one name are told apart by their number. */
    private static List<String> keys(List<String> names) {
        var keys = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            boolean isAlone = Collections.frequency(names, name) == 1;
            int number = Collections.frequency(names.subList(0, i + 1), name);
            keys.add(name.toLowerCase(Locale.ROOT) + (isAlone ? "" : "-" + number));
        }
        return keys;
    }

    @Override
    public String toString() {
        return told(
                Stream.concat(
                        stages.stream().map(Pipeline::text),
                        Stream.of(Handed.text("trainer", trainer))));
    }

    private static String text(Stage stage) {
        return Handed.text(stage instanceof Stage.Fit ? "step" : "sampler", stage.settings());
    }

    private static String told(Stream<String> parts) {
        return parts.collect(Collectors.joining(", ", "Pipeline[", "]"));
    }
}
