package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.evaluation.Report;
import himalia.online.Adwin;
import himalia.online.Ddm;
import himalia.online.DriftDetector;
import himalia.online.DriftSignal;
import himalia.online.DriftState;
import himalia.online.PageHinkley;
import himalia.online.Prequential;
import himalia.online.Promotion;
import himalia.online.Retraining;
import himalia.online.StreamEvent;
import himalia.online.StreamEvent.Kind;
import himalia.online.StreamRun;
import himalia.table.Seeds;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Models on a stream whose meaning turns around in its middle. */
class PrequentialTest {
    private static final int HALF = 1000;

    private final Table history = rows(400, 1, 7);
    private final Table stream = rows(HALF, 1, 8).append(rows(HALF, -1, 9));
    private final LogisticRegression trainer = new LogisticRegression(1.0);

    /** A class by the sign of x, or of its opposite; one row in ten is the other one. */
    private static Table rows(int count, int sign, long seed) {
        var random = Seeds.random(seed);
        var x = DoubleColumn.create("x");
        var z = DoubleColumn.create("z");
        var label = StringColumn.create("y");
        var number = DoubleColumn.create("n");
        for (int i = 0; i < count; i++) {
            double at = random.nextGaussian();
            x.append(at);
            z.append(random.nextGaussian());
            boolean isUp = sign * at > 0 ^ random.nextDouble() < 0.1;
            label.append(isUp ? "up" : "down");
            number.append(3 * sign * at + random.nextGaussian() / 10);
        }
        return Table.create("rows", x, z, label, number);
    }

    private Table classes(Table table) {
        return table.rejectColumns("n");
    }

    private StreamRun run(Prequential settings) {
        return settings.evaluate(classes(history), classes(stream), "y");
    }

    private static double last(StreamRun run, String column) {
        var scores = run.scores().doubleColumn(column);
        return scores.getDouble(scores.size() - 1);
    }

    @Test
    void aModelThatStaysIsJudgedByItsPredictions() {
        var run = run(Prequential.of(trainer).batches(30, 100));

        var model = trainer.fit(classes(history), "y");
        var said = model.predict(stream);
        var right =
                IntStream.range(0, stream.rowCount())
                        .mapToDouble(
                                row -> said.label(row).equals(stream.getString(row, "y")) ? 1 : 0)
                        .toArray();
        var ends = run.scores().intColumn("row");
        double faded = 0;
        double weight = 0;
        int row = 0;
        for (int batch = 0; batch < ends.size(); batch++) {
            int end = ends.getInt(batch);
            for (; row <= end; row++) {
                faded = right[row] + 0.99 * faded;
                weight = 1 + 0.99 * weight;
            }
            double mean =
                    IntStream.rangeClosed(Math.max(0, end - 99), end)
                            .mapToDouble(i -> right[i])
                            .average()
                            .orElseThrow();
            assertThat(run.scores().doubleColumn("champion").getDouble(batch))
                    .isCloseTo(mean, within(1e-12));
            assertThat(run.scores().doubleColumn("first model").getDouble(batch))
                    .isCloseTo(mean, within(1e-12));
            assertThat(run.scores().doubleColumn("fading").getDouble(batch))
                    .isCloseTo(faded / weight, within(1e-12));
        }
        assertThat(row).isEqualTo(stream.rowCount());
        assertThat(run.overall())
                .isCloseTo(Report.of(model, classes(stream)).accuracy(), within(1e-12));
        assertThat(run.offline())
                .isEqualTo(
                        Report.of(
                                        trainer.fit(classes(history).first(320), "y"),
                                        classes(history).inRange(320, 400))
                                .accuracy(),
                        within(1e-12));
        assertThat(run.events(Kind.ALARM)).isNotEmpty().allMatch(event -> event.row() > HALF);
        assertThat(run.events(Kind.RETRAINING)).isEmpty();
    }

    @Test
    void noNameOfAnEventIsDrawnOnAnother() {
        var run = run(Prequential.of(trainer));
        int rows = stream.rowCount();
        var events =
                Stream.of(0.1, 0.12, 0.5, 0.58, 0.6)
                        .map(share -> new StreamEvent((int) (share * rows), Kind.ALARM, "Adwin"));
        var promotion = new StreamEvent((int) (0.55 * rows), Kind.PROMOTION, "at once");
        var told =
                new StreamRun(
                        run.metric(),
                        run.offline(),
                        run.overall(),
                        run.scores(),
                        Stream.concat(events, Stream.of(promotion)).toList(),
                        run.model());

        // Each once in the legend; the second alarm is too near the first, the others too near the
        // promotion.
        assertThat(told.chart().svg().split(">promotion</text>")).hasSize(3);
        assertThat(told.chart().svg().split(">alarm</text>")).hasSize(3);
    }

    @Test
    void rowsArePredictedBeforeTheyAreLearntFrom() {
        var run = run(Prequential.of(new GaussianNB()).batches(100, 100));

        var learner = new GaussianNB().start(classes(history), "y");
        learner.partialFit(classes(history));
        for (int batch = 0; batch < stream.rowCount() / 100; batch++) {
            var rows = classes(stream).inRange(100 * batch, 100 * batch + 100);
            assertThat(run.scores().doubleColumn("champion").getDouble(batch))
                    .isCloseTo(Report.of(learner.snapshot(), rows).accuracy(), within(1e-12));
            learner.partialFit(rows);
        }
        assertThat(run.model().predict(stream)).isEqualTo(learner.snapshot().predict(stream));
    }

    @Test
    void aModelFromScratchTakesOverAfterTheAlarmWhereItIsBetter() {
        var retraining = Retraining.stateless(new Adwin(), 200).after(new Promotion(100, 0.05));
        var run = run(Prequential.of(trainer).with(retraining));

        assertThat(run.events()).isSortedAccordingTo((a, b) -> a.row() - b.row());
        var alarm = run.events(Kind.ALARM).get(0).row();
        var promotion = run.events(Kind.PROMOTION).get(0);
        assertThat(alarm).isBetween(HALF, HALF + 200);
        assertThat(promotion.row()).isBetween(alarm + 300, alarm + 400);
        assertThat(promotion.words())
                .matches("\\d+ of 100 rows wrong, before \\d+; McNemar's test p < 0\\.0001");
        assertThat(last(run, "champion")).isGreaterThan(0.8);
        assertThat(last(run, "first model")).isLessThan(0.2);
        assertThat(run.toString()).contains("\nrow ").contains(": promotion, ");
        assertThat(run.eventTable().rowCount()).isEqualTo(run.events().size());
    }

    @Test
    void aChampionGoesOnWithTheLastRows() {
        var constant = new SgdClassifier(1e-4, LearningRate.constant(0.1));
        var run = run(Prequential.of(constant).with(Retraining.stateful(new Adwin(), 300)));

        assertThat(run.events(Kind.PROMOTION)).isNotEmpty();
        assertThat(run.events(Kind.RETRAINING))
                .last()
                .extracting(StreamEvent::words)
                .isEqualTo("goes on with the last 300 rows");
        assertThat(last(run, "champion")).isGreaterThan(0.8);
        assertThat(last(run, "first model")).isLessThan(0.2);
    }

    @Test
    void whatIsNotBetterIsNotPromoted() {
        var alarms = new AlarmEachRow();
        var retraining =
                new Retraining(alarms, Retraining.Mode.STATELESS, 300, 0, new Promotion(100, 0.05));
        var run =
                Prequential.of(trainer)
                        .with(retraining)
                        .evaluate(classes(history), classes(stream).first(HALF), "y");

        assertThat(run.events(Kind.RETRAINING)).hasSizeGreaterThan(3);
        assertThat(run.events(Kind.DEFEAT)).hasSizeGreaterThan(3);
        assertThat(run.events(Kind.PROMOTION)).isEmpty();
    }

    /** Alarms at every number. */
    private record AlarmEachRow() implements DriftDetector {
        @Override
        public DriftState start() {
            return new DriftState() {
                @Override
                public DriftSignal add(double value) {
                    return DriftSignal.DRIFT;
                }

                @Override
                public double statistic() {
                    return 0;
                }
            };
        }
    }

    @Test
    void numbersAreJudgedByTheirDistance() {
        var regressor = new SgdRegressor(1e-4, LearningRate.constant(0.02));
        var settings =
                Prequential.of(regressor)
                        .learning(false)
                        .with(
                                Retraining.stateless(new PageHinkley(0.1, 30), 200)
                                        .after(new Promotion(50, 0.05)));
        var run = settings.evaluate(history.rejectColumns("y"), stream.rejectColumns("y"), "n");

        assertThat(run.metric()).isEqualTo("mean absolute error");
        assertThat(run.offline()).isLessThan(1);
        assertThat(run.events(Kind.PROMOTION)).isNotEmpty();
        assertThat(run.events(Kind.PROMOTION).get(0).words())
                .contains("; paired t-test p < 0.0001");
        assertThat(last(run, "champion")).isLessThan(1);
        assertThat(last(run, "first model")).isGreaterThan(3);
        assertThat(
                        settings.learning(true)
                                .with(Retraining.watch(new PageHinkley()))
                                .evaluate(
                                        history.rejectColumns("y"), stream.rejectColumns("y"), "n")
                                .overall())
                .isLessThan(run.overall());
    }

    @Test
    void aWindowOfOneClassTrainsNothingAndTheStreamGoesOn() {
        var one = classes(stream).where(stream.stringColumn("y").isEqualTo("down"));
        var run =
                Prequential.of(trainer)
                        .with(Retraining.stateless(new Ddm(), 50))
                        .evaluate(classes(history), one, "y");

        assertThat(run.events(Kind.REFUSAL)).isNotEmpty();
        assertThat(run.events(Kind.REFUSAL).get(0).words())
                .startsWith("label 'y' has one class only, 'down', in 50 rows");
        assertThat(run.scores().intColumn("row").max()).isEqualTo(one.rowCount() - 1.0);
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        var watch = Retraining.watch(new Adwin());
        assertThatThrownBy(() -> Prequential.of(trainer).learning(true))
                .hasMessage(
                        "LogisticRegression does not go on learning; take an SgdClassifier, an SgdRegressor or a GaussianNB, or train from scratch, Retraining.stateless");
        assertThatThrownBy(
                        () ->
                                Prequential.of(new GaussianNB())
                                        .with(Retraining.stateful(new Adwin(), 9))
                                        .learning(true))
                .hasMessage(
                        "GaussianNB learns from every batch already, and would learn from the last rows twice; take Retraining.stateless, or learning(false)");
        assertThatThrownBy(() -> new Prequential(trainer, false, 0, 1, 1, watch))
                .hasMessage("batch must be at least 1, got 0");
        assertThatThrownBy(() -> new Prequential(trainer, false, 1, 1, 0, watch))
                .hasMessage("fading must be above 0 and at most 1, which forgets nothing, got 0.0");
        assertThatThrownBy(() -> new Promotion(5, 0.05))
                .hasMessage(
                        "a trial of 5 rows decides nothing; take 20 or more, or 0 to promote at once");
        assertThatThrownBy(() -> new Promotion(50, 0))
                .hasMessage("alpha must be above 0 and at most 1, such as 0.05, got 0.0");
        assertThatThrownBy(() -> Retraining.stateless(new Adwin(), 0))
                .hasMessage("rows must be at least 1, got 0");
        assertThatThrownBy(() -> watch.delayed(-1)).hasMessage("delay must be at least 0, got -1");
        assertThatThrownBy(() -> new StreamEvent(-1, Kind.ALARM, ""))
                .hasMessageContaining("got -1");
        assertThatThrownBy(() -> Prequential.of(trainer).evaluate(history.first(5), stream, "y"))
                .hasMessage(
                        "the history has 5 rows and the stream 2000; 10 at least and 1 are wanted");
        assertThatThrownBy(() -> Prequential.of(trainer).evaluate(history, stream, "lable"))
                .hasMessageStartingWith("no column 'lable' in history");
        var late =
                classes(stream)
                        .first(20)
                        .append(
                                Table.create(
                                        DoubleColumn.create("x", 1),
                                        DoubleColumn.create("z", 1),
                                        StringColumn.create("y", "left")));
        assertThatThrownBy(() -> Prequential.of(trainer).evaluate(classes(history), late, "y"))
                .hasMessage(
                        "row 20 has class 'left' in 'y', and the history has only, so that no first model knows more: down, up");
        var numbers = Prequential.of(new SgdRegressor()).with(Retraining.watch(new Ddm()));
        assertThatThrownBy(
                        () ->
                                numbers.evaluate(
                                        history.rejectColumns("y"), stream.rejectColumns("y"), "n"))
                .hasMessageStartingWith("Ddm watches errors, 1 or 0, and 'n' is a number");
    }

    @Test
    void aStreamThatCannotBeWalkedIsRefusedBeforeItsFirstRow() {
        var settings = Prequential.of(trainer);
        assertThatThrownBy(
                        () ->
                                settings.evaluate(
                                        classes(history), classes(stream).rejectColumns("z"), "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'z'");
        var holed = classes(stream).copy();
        holed.doubleColumn("x").setMissing(1777);
        assertThatThrownBy(() -> settings.evaluate(classes(history), holed, "y"))
                .hasMessageStartingWith("row 1777 of the stream: column 'x' has 1 missing value");
        var numbers = Prequential.of(new LinearRegression()).with(Retraining.watch(new Ddm()));
        assertThatThrownBy(
                        () ->
                                numbers.evaluate(
                                        history.rejectColumns("y"), stream.rejectColumns("y"), "n"))
                .hasMessage(
                        "Ddm watches errors, 1 or 0, and 'n' is a number, which is missed by a distance; take an Adwin or a PageHinkley");
    }

    /** Interrupts whoever asks it, as the first batch is judged. */
    private record Interrupting() implements DriftDetector {
        @Override
        public DriftState start() {
            return new DriftState() {
                @Override
                public DriftSignal add(double value) {
                    Thread.currentThread().interrupt();
                    return DriftSignal.STABLE;
                }

                @Override
                public double statistic() {
                    return 0;
                }
            };
        }
    }

    @Test
    void anInterruptedRunSaysHowFarItCame() {
        var settings = Prequential.of(trainer).with(Retraining.watch(new Interrupting()));
        try {
            assertThatThrownBy(() -> settings.evaluate(classes(history), classes(stream), "y"))
                    .isInstanceOf(CancellationException.class)
                    .hasMessageMatching(
                            "the run was interrupted after [1-9]\\d* of 2,000 rows of the stream; no model and no scores of it are kept");
        } finally {
            Thread.interrupted();
        }
    }
}
