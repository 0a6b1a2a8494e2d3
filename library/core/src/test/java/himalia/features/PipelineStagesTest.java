package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Feature;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.sampling.Sampler;
import himalia.sampling.Smote;
import himalia.sampling.Strategy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a pipeline hands to steps and samplers of a user's own, and what it takes back. */
class PipelineStagesTest {
    private final Table train =
            Table.create(
                    "train",
                    DoubleColumn.create("x", 1, 2, 3, 4),
                    StringColumn.create("y", "a", "b", "a", "b"));

    @Test
    void aStepThatReturnsOtherRowsIsRefusedByItsName() {
        var shrink = new Own("Shrink", table -> table.first(3));

        assertThatThrownBy(() -> Pipeline.of(shrink).train(new Half()).fit(train, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "step Shrink returned 3 rows of 4; a step changes columns, and only a Sampler rows: pass one to then(…) instead");
    }

    @Test
    void missingCellsAreToldOfTheStepThatMadeThem() {
        assertThatThrownBy(
                        () -> Pipeline.of(LOGS).then(new Pca(1)).train(new Half()).fit(train, "y"))
                .hasMessage(
                        "column 'x' has 1 missing value, and Pca takes none; fill them, or drop their rows with table.dropWhere(table.column(\"x\").isMissing()); the table has none there, Logs made them");
        var holed = train.copy();
        holed.column("x").setMissing(0);
        assertThatThrownBy(() -> Pipeline.of(new Pca(1)).train(new Half()).fit(holed, "y"))
                .hasMessageEndingWith("isMissing())");
    }

    private static final Own LOGS =
            new Own(
                    "Logs",
                    table ->
                            table.replaceColumn(
                                    "x",
                                    table.doubleColumn("x")
                                            .map(x -> x < 2 ? Double.NaN : x)
                                            .setName("x")));

    @Test
    void ofATableThatHadMissingCellsItselfNobodySaysThatItHasNone() {
        var holed = train.copy();
        holed.column("x").setMissing(3);

        assertThatThrownBy(
                        () ->
                                Pipeline.of(new SimpleImputer(), LOGS)
                                        .then(new Pca(1))
                                        .train(new Half())
                                        .fit(holed, "y"))
                .hasMessageEndingWith("isMissing()); Logs made them");
    }

    /** Steps are done again to find who made cells missing; one that cannot hides nothing. */
    @Test
    void aStepThatCannotBeDoneAgainHidesNoRefusal() {
        var times = new AtomicInteger();
        var once =
                new Own(
                        "Once",
                        table -> {
                            if (times.incrementAndGet() > 1) {
                                throw new IllegalStateException("closed");
                            }
                            return table;
                        });

        assertThatThrownBy(
                        () ->
                                Pipeline.of(once, LOGS)
                                        .then(new Pca(1))
                                        .train(new Half())
                                        .fit(train, "y"))
                .hasMessageEndingWith("isMissing())");
    }

    @Test
    void aPipelineMayBeginWithASampler() {
        var sampler = new Smote(1, 42);

        assertThat(Pipeline.of(sampler).train(new Half()))
                .isEqualTo(Pipeline.of().then(sampler).train(new Half()));
    }

    @Test
    void aStepThatMovesRowsIsRefusedToo() {
        var sort = new Own("Sort", table -> table.sortDescendingOn("x"));
        var message =
                "step Sort returned the rows in another order; a step changes columns and leaves every row at its place";
        assertThatThrownBy(() -> Pipeline.of(sort).train(new Half()).fit(train, "y"))
                .hasMessage(message);
        var mirror =
                new Own(
                        "Mirror",
                        table -> {
                            var x = table.doubleColumn("x").multiply(-1).add(5).setName("x");
                            return table.replaceColumn("x", x);
                        });
        Pipeline.of(mirror).train(new Half()).fit(train, "y");
    }

    @Test
    void aRuleThatLeavesTheSameValuesMovesNoRow() {
        var signs =
                Table.create(
                        DoubleColumn.create("x", -1, 1, -1, 1, -1, 1),
                        BooleanColumn.create("flag", true, true, true, false, false, false),
                        StringColumn.create("y", "a", "a", "a", "a", "a", "a"));
        var flip =
                new Own(
                        "Flip",
                        table -> {
                            var x = table.doubleColumn("x").multiply(-1).setName("x");
                            var flag = BooleanColumn.create("flag");
                            table.booleanColumn("flag").forEach(was -> flag.append(!was));
                            return table.replaceColumn("x", x).replaceColumn("flag", flag);
                        });
        assertThat(RowOrder.isChanged(signs, flip.work().apply(signs.copy()))).isFalse();
        var one = signs.selectColumns("x", "y");
        var other = one.copy();
        other.replaceColumn("x", other.doubleColumn("x").multiply(-1).setName("x"));
        assertThat(RowOrder.isChanged(one, other)).isFalse();
        assertThat(RowOrder.isChanged(signs, signs.sortOn("x", "flag"))).isTrue();
    }

    @Test
    void soIsOneThatDoesItToRowsToPredictOnly() {
        var late = new Own("Late", table -> table.containsColumn("y") ? table : table.first(1));
        var model = Pipeline.of(late).train(new Half()).fit(train, "y");

        assertThatThrownBy(() -> model.predict(train))
                .hasMessageStartingWith("step Late returned 1 row of 4;");
    }

    @Test
    void whatOwnStagesDoToTheirTableIsDoneToNobodys() {
        UnaryOperator<Table> ruin =
                table -> {
                    table.doubleColumn("x").set(0, -1.0);
                    return table;
                };
        var before = train.copy();

        var model =
                Pipeline.of(new Own("Ruin", ruin))
                        .then((Table table, String label) -> ruin.apply(table))
                        .train(new Half())
                        .fit(train, "y");
        model.predict(train);

        assertThat(train.print()).isEqualTo(before.print());
        var first = Pipeline.of().then((Table table, String label) -> ruin.apply(table));
        first.train(new Half()).fit(train, "y");
        assertThat(train.print()).isEqualTo(before.print());
    }

    @Test
    void whatIsNullIsNamed() {
        var pipeline = Pipeline.of().train(new Half());
        var model = pipeline.fit(train, "y");

        told(() -> pipeline.fit(null, "y"), "the table is null; run the cell that makes it first");
        told(() -> model.predict(null), "the table is null; run the cell that makes it first");
        told(() -> new StandardScaler().fit(null), "the table is null; run the cell that makes");
        told(() -> pipeline.fit(train, null), "the column's name is null; there are: x, y");
        told(() -> Pipeline.of((Step) null), "a step of the pipeline is null; run the cell that");
        told(() -> Pipeline.of().then((Sampler) null), "a sampler of the pipeline is null; run");
        told(() -> Pipeline.of().train(null), "a trainer of the pipeline is null; run the cell");
        told(() -> new Smote(5, 42).resample(null, "y"), "the table is null; run the cell");
        told(() -> new Strategy(null), "strategy is null; take Strategy.AUTO");
    }

    @Test
    @SuppressWarnings("NullAway")
    void whatReturnsNullIsNamed() {
        var none = new Own("None", table -> null);
        Step unlearnt = table -> null;
        Sampler named =
                new Sampler() {
                    @Override
                    public Table resample(Table table, String label) {
                        return null;
                    }
                };

        told(
                () -> Pipeline.of(none).train(new Half()).fit(train, "y"),
                "step None returned null from apply; it returns the table with its columns done");
        told(
                () -> Pipeline.of(unlearnt).train(new Half()).fit(train, "y"),
                "a step of the pipeline returned null from fit; it returns what it has learnt, a FittedStep");
        for (var sampler : List.<Sampler>of(named, (table, label) -> null)) {
            told(
                    () -> Pipeline.of().then(sampler).train(new Half()).fit(train, "y"),
                    "a sampler of the pipeline returned null from resample; it returns the table of the rows to learn from");
        }
        told(
                () -> Pipeline.of().then(new Nothing()).train(new Half()).fit(train, "y"),
                "sampler Nothing returned null from resample; it returns the table of the rows to learn from");
    }

    private record Nothing() implements Sampler {
        @Override
        @SuppressWarnings("NullAway")
        public Table resample(Table table, String label) {
            return null;
        }
    }

    private static void told(ThrowingCallable call, String words) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(words);
    }

    /** A step that does the same where it learns and where it is applied. */
    private record Own(String name, UnaryOperator<Table> work) implements Step {
        @Override
        public FittedStep fit(Table features) {
            return new Fitted(this, features.columnNames());
        }
    }

    private record Fitted(Own step, List<String> seen) implements FittedStep {
        @Override
        public List<Feature> reads() {
            return List.of();
        }

        @Override
        public Table apply(Table table) {
            return step.work().apply(table);
        }

        @Override
        public Provenance provenance() {
            return Provenance.UNKNOWN;
        }
    }

    /** Says that both classes are as probable. */
    private record Half() implements Trainer {
        private record Halves(Schema schema, Trainer trainer) implements Model {
            @Override
            public Predictions predict(Table table) {
                var rows = new double[table.rowCount()][];
                Arrays.fill(rows, new double[] {0.5, 0.5});
                return Predictions.of(classes(), rows);
            }
        }

        @Override
        public Model fit(Table table, String label) {
            return new Halves(Schema.of(table, Labels.toLearn(table, label).target()), this);
        }
    }

    /** Of a hundred bagged pipelines each step would hold eight bytes a row. */
    @Test
    void aModelWithoutRowsHasNoneInItsSteps() {
        var steps =
                Pipeline.of(
                        ColumnTransformer.of(List.of("x"), new StandardScaler()),
                        FeatureUnion.of(new SimpleImputer(), new QuantileTransformer()),
                        new PolynomialFeatures(2),
                        new KnnImputer(1),
                        new IterativeImputer(),
                        new Normalizer(),
                        new SelectKBest(FeatureScores.By.F_CLASSIF, 2),
                        new Pca(1));
        var model = (PipelineModel) steps.train(new Half()).fit(train, "y");

        var bare = model.withoutRows();

        assertThat(model.steps())
                .allSatisfy(step -> assertThat(step.provenance()).isNotEqualTo(Provenance.UNKNOWN));
        assertThat(bare.provenance()).isEqualTo(Provenance.UNKNOWN);
        for (int i = 0; i < model.steps().size(); i++) {
            var step = bare.steps().get(i);
            assertThat(step.provenance()).as("%s", step).isEqualTo(Provenance.UNKNOWN);
            assertThat(step.toString()).isEqualTo(model.steps().get(i).toString());
        }
        assertThat(within(bare.steps().get(0))).isEqualTo(Provenance.UNKNOWN);
        assertThat(bare.predict(train).classes()).isEqualTo(model.predict(train).classes());
        var crossed = new FeatureCrosses(List.of("y", "z"));
        var letters = Table.create(StringColumn.create("y", "a"), StringColumn.create("z", "b"));
        for (var step : List.of(crossed, new HashingEncoder(2, "y"))) {
            var fitted = step.fit(letters);
            assertThat(fitted.withoutRows().provenance()).isEqualTo(Provenance.UNKNOWN);
            assertThat(fitted.withoutRows().apply(letters).print())
                    .isEqualTo(fitted.apply(letters).print());
        }
    }

    private static Provenance within(FittedStep transformer) {
        return ((FittedSteps) transformer).steps().get(0).provenance();
    }

    @Test
    void oneWithoutATrainerSaysWhatIsMissing() {
        assertThat(Pipeline.of(new StandardScaler()))
                .hasToString(
                        "Pipeline["
                                + new StandardScaler()
                                + "], without a trainer yet: .train(…) ends it");
    }
}
