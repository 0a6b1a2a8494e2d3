package himalia.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.evaluation.Report;
import himalia.evaluation.Split;
import himalia.evaluation.comparison.PairedTest;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TransferStudyTest {
    private static final Model SOURCE = Digits.source(3, 8);
    private static final Split SPLIT = Split.stratified(Digits.high(), "y", 0.5, 42);
    private static final Transfer TUNED = Transfer.fineTune(SOURCE, 3, 42);

    private static TransferStudy study(Integer... sizes) {
        return new TransferStudy(TUNED, List.of(sizes), 2);
    }

    private static TransferResult run(TransferStudy study) {
        return study.run(SPLIT.train(), SPLIT.test(), "y");
    }

    @Test
    void allWaysLearnFromTheSameRowsAndAreJudgedByTheSame() {
        var result = run(study(10, 40));

        assertThat(result.ways()).containsExactly(TransferWay.values());
        assertThat(result.sizes()).containsExactly(10, 40);
        var labels = Labels.toLearn(SPLIT.train(), "y");
        for (int draw = 0; draw < 2; draw++) {
            var rows = Tables.rows(SPLIT.train(), TrainingDraw.of(labels, 40, 42 + draw));
            for (var way : TransferWay.values()) {
                var model = way.trainer(TUNED.withSeed(42 + draw)).fit(rows, "y");
                assertThat(result.scores(way, 40).accuracies()[draw])
                        .isEqualTo(Report.of(model, SPLIT.test()).accuracy());
            }
        }
        var frozen = result.scores(TransferWay.FROZEN, 10);
        assertThat(frozen.hits()).hasSize(SPLIT.test().rowCount()).containsAnyOf(0, 0.5, 1);
        assertThat(IntStream.range(0, 448).mapToDouble(i -> frozen.hits()[i]).average().orElse(0))
                .isCloseTo(frozen.mean(), within(1e-12));
        assertThat(run(study(10, 40)).table().print()).isEqualTo(result.table().print());
    }

    @Test
    void eachClassHasItsShareAndARowAtLeast() {
        var rare =
                Table.create(
                        tech.tablesaw.api.StringColumn.create(
                                "y",
                                IntStream.range(0, 100)
                                        .mapToObj(i -> i < 90 ? "a" : i < 98 ? "b" : "c")
                                        .toList()));
        var labels = Labels.toLearn(rare, "y");
        for (int size = 3; size < 100; size++) {
            var rows = TrainingDraw.of(labels, size, 7);
            assertThat(rows).hasSize(size).isSorted().doesNotHaveDuplicates();
            var drawn = Labels.toLearn(Tables.rows(rare, rows), "y").counts();
            assertThat(drawn).hasSize(3);
            assertThat(drawn[0]).isBetween((int) (0.9 * size) - 2, (int) (0.9 * size) + 1);
        }
        assertThat(TrainingDraw.of(labels, 20, 7)).contains(TrainingDraw.of(labels, 10, 7));
    }

    @Test
    void thereIsATableAChartAndWords() {
        var result = run(study(10, 40));

        assertThat(result.table().columnNames())
                .containsExactly("way", "rows", "accuracy", "95 % from", "to");
        assertThat(result.table().rowCount()).isEqualTo(8);
        assertThat(result.chart().text()).contains("frozen features").contains("raw features");
        assertThat(result.bundle().data()).containsKeys("text/plain", "image/png");
        assertThat(result.bundle().text())
                .contains("With 10 rows: frozen features 0.")
                .endsWith(
                        "Accuracy on 448 held-out rows, the mean of 2 draws of training rows; p is"
                                + " the larger of two paired t-tests, over draws and over held-out"
                                + " rows, by Holm over all 8 comparisons.");
        assertThatThrownBy(() -> result.scores(TransferWay.RAW, 20))
                .hasMessage(
                        "nothing was trained raw features with 20 rows; there are: [FROZEN,"
                                + " FINE_TUNE, SCRATCH, RAW] with [10, 40]");
    }

    /** The larger probability of the two tests, as PairedTest computes them. */
    @Test
    void aDifferenceHasToBeMoreThanTheLuckOfDrawsAndOfHeldOutRows() {
        double[] good = {0.9, 0.91, 0.92, 0.9};
        double[] bad = {0.8, 0.82, 0.81, 0.8};
        double[] clear = {1, 1, 1, 0.75, 1, 1, 1, 1};
        double[] poor = {0, 0.25, 0.5, 0, 0.25, 0.5, 0.5, 0};
        double[] luck = {0, 1, 1, 0.75, 1, 1, 1, 1};

        var sure = test(good, clear, bad, poor);
        var byDraws = PairedTest.correctedResampledT(good, bad, 0.25);
        assertThat(sure.p())
                .isEqualTo(Math.max(byDraws.p(), PairedTest.pairedT(clear, poor).p()))
                .isLessThan(0.05);
        assertThat(sure.isBetter()).isTrue();
        assertThat(test(bad, poor, good, clear).isWorse()).isTrue();
        assertThat(test(good, clear, bad, luck).isBetter()).isFalse();
        assertThat(test(new double[] {0.9, 0.7}, clear, new double[] {0.8, 0.65}, poor).isBetter())
                .isFalse();
    }

    private static TransferComparison test(
            double[] accuracies, double[] hits, double[] others, double[] otherHits) {
        return TransferComparison.of(
                new TransferScores(TransferWay.FROZEN, 20, accuracies, hits, 0.2),
                new TransferScores(TransferWay.RAW, 20, others, otherHits, 0.2));
    }

    @Test
    void anIntervalIsStudentsWidenedForRowsInCommon() {
        double[] values = {0.8, 0.9, 0.85};
        var apart = new TransferScores(TransferWay.RAW, 20, values, values, 0).interval(0.95);
        // 4.302653 * 0.05 / sqrt(3): Student's quantile of two degrees of freedom.
        assertThat(apart.low()).isCloseTo(0.725793, within(1e-6));
        assertThat(apart.high()).isCloseTo(0.974207, within(1e-6));
        var half = new TransferScores(TransferWay.RAW, 20, values, values, 0.5).interval(0.95);
        assertThat(half.high()).isEqualTo(1);
        assertThat(half.low()).isCloseTo(0.85 - 2 * 0.124207, within(1e-6));
        assertThat(
                        new TransferScores(TransferWay.RAW, 20, new double[] {1}, values, 0)
                                .interval(0.95)
                                .low())
                .isNaN();
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAnythingIsTrained() {
        var train = SPLIT.train();
        var test = SPLIT.test();
        assertThatThrownBy(() -> run(study(4, 40)))
                .hasMessage(
                        "sizes are from 5, a row of each class, to 447, one less than there are to"
                                + " draw from, got 4");
        assertThatThrownBy(() -> run(study(10, 448))).hasMessageEndingWith("got 448");
        assertThatThrownBy(() -> study(40, 10)).hasMessage("sizes go up, got 10 after 40");
        assertThatThrownBy(() -> study()).hasMessageStartingWith("there are no sizes");
        assertThatThrownBy(() -> new TransferStudy(TUNED, List.of(10), 1))
                .hasMessage("draws must be at least 2, since one may be luck, got 1");
        assertThatThrownBy(
                        () -> new TransferStudy(TUNED, List.of(TransferWay.FROZEN), List.of(10), 2))
                .hasMessage(
                        "a way that takes over (FROZEN, FINE_TUNE) is compared with one that does"
                                + " not (SCRATCH, RAW), each once, got [FROZEN]");
        assertThatThrownBy(() -> study(10).run(train, test.emptyCopy(), "y"))
                .hasMessage(
                        "0 rows held out, and there is nothing to judge by; split the table first,"
                                + " as by Split.stratified");
        assertThatThrownBy(() -> study(10).run(train, Digits.low(), "y"))
                .hasMessageContaining("the training table has only: 5, 6, 7, 8, 9");
        assertThatThrownBy(() -> study(10).run(train, test.rejectColumns("f3"), "y"))
                .hasMessageStartingWith("no column 'f3' in test table");
        assertThatThrownBy(() -> study(10).run(train.rejectColumns("f3"), test, "y"))
                .hasMessageStartingWith("the source reads column 'f3', which the table has not");
        var gaps = test.copy();
        gaps.column("f3").setMissing(4);
        assertThatThrownBy(() -> study(10).run(train, gaps, "y"))
                .hasMessage(
                        "column 'f3' of the test table misses a value in row 4, and networks take none; fill it in both tables by what the source was trained with, such as new SimpleImputer(\"f3\").fit(table).apply(test), or drop its rows with table.dropWhere(table.column(\"f3\").isMissing())");
        assertThatThrownBy(() -> study(10).run(train, test.rejectColumns("y"), "y"))
                .hasMessageStartingWith("no column 'y'");
    }

    @Test
    void rowsThatHaveBeenSeenAreTold() {
        var both = Digits.low();
        var split = Split.stratified(both, "y", 0.5, 42);
        var known = study(10).run(split.train(), split.test(), "y");
        assertThat(known.notes())
                .containsExactly(
                        "The source has learnt from 451 of the 451 held-out rows: what takes over"
                                + " looks better than it is.");
        assertThat(known.verdict()).contains(known.notes().get(0));
        var same = study(10).run(SPLIT.train(), SPLIT.train(), "y");
        assertThat(same.notes()).singleElement().asString().endsWith("better than they are.");
        assertThat(run(study(10)).notes()).isEmpty();
    }

    @Test
    void whatTheHeldOutRowsCannotTellIsSaid() {
        var train = SPLIT.train().copy();
        var test = SPLIT.test().copy();
        train.column("y").setName("loop");
        test.column("y").setName("loop");

        assertThat(study(10).run(train, test, "loop").notes())
                .containsExactly(
                        "Whether the source has learnt from held-out rows is not known: they do not"
                                + " have its own label 'y'; keep them apart before it is trained.");
    }

    @Test
    void anInterruptLeavesTheDrawsThatAreDone() {
        var soFar = new ArrayList<TransferResult>();
        assertThatThrownBy(
                        () ->
                                study(10)
                                        .run(
                                                SPLIT.train(),
                                                SPLIT.test(),
                                                "y",
                                                result -> {
                                                    soFar.add(result);
                                                    Thread.currentThread().interrupt();
                                                }))
                .isInstanceOf(CancellationException.class)
                .hasMessage("TransferStudy was interrupted after 1 of 2 draws");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(soFar).hasSize(1);
        assertThat(soFar.get(0).tests()).isEmpty();
        assertThat(soFar.get(0).verdict())
                .startsWith("Nothing can be said yet: there is one draw of training rows only")
                .contains("the mean of 1 draw of training rows.");
        assertThat(soFar.get(0).bundle().data()).containsKey("image/png");
    }
}
