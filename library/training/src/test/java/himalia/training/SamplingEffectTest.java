package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.display.bundle.Display;
import himalia.evaluation.costs.CostMatrix;
import himalia.evaluation.costs.PriorCorrection;
import himalia.evaluation.costs.SamplingEffect;
import himalia.evaluation.costs.ThresholdTuner;
import himalia.sampling.InstanceHardnessThreshold;
import himalia.sampling.RandomOverSampler;
import himalia.sampling.RandomUnderSampler;
import himalia.sampling.Sampler;
import himalia.sampling.Smote;
import himalia.sampling.Strategy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What sampling is said to do to a model. */
class SamplingEffectTest {
    private final LogisticRegression trainer = new LogisticRegression(1.0);
    private final Table rows = rows(1000, 10);

    private static Table rows(int count, int every) {
        var random = new Random(4);
        var label = StringColumn.create("y");
        var one = DoubleColumn.create("a");
        var other = DoubleColumn.create("b");
        for (int i = 0; i < count; i++) {
            boolean isRare = i % every == 0;
            label.append(isRare ? "bad" : "good");
            one.append(random.nextGaussian() + (isRare ? 1.5 : 0));
            other.append(random.nextGaussian());
        }
        return Table.create("rows", one, other, label);
    }

    private SamplingEffect effect(Sampler sampler, Table table) {
        return SamplingEffect.of(
                trainer,
                trainer.withBalance(),
                sampler::resample,
                sampler.changesSharesOnly()
                        ? SamplingEffect.Change.SHARES
                        : SamplingEffect.Change.ROWS,
                table,
                "y",
                42);
    }

    @Test
    void samplingCostsHonestProbabilitiesAndACorrectionBringsThemBack() {
        var effect = effect(new RandomUnderSampler(42), rows(2000, 10));

        assertThat(effect.positive()).as("the rarer class, whatever its name").isEqualTo("bad");
        assertThat(effect.share()).isEqualTo(0.1);
        var ways = effect.ways();
        assertThat(ways)
                .extracting(SamplingEffect.Way::name)
                .containsExactly("as it is", "balanced weights", "sampled", "sampled, corrected");
        assertThat(ways.get(0).mean()).isCloseTo(0.1, within(0.01));
        assertThat(ways.get(2).mean()).isGreaterThan(0.25);
        assertThat(ways.get(3).mean()).isCloseTo(0.1, within(0.03));
        assertThat(ways.get(2).brier()).isGreaterThan(ways.get(0).brier() + 0.02);
        assertThat(ways.get(2).threshold()).isGreaterThan(ways.get(0).threshold() + 0.1);
        // A threshold of its own gives each of them about the same.
        for (var way : ways) {
            assertThat(way.bestF1()).isCloseTo(ways.get(0).bestF1(), within(0.05));
        }
        assertThat(effect.advice())
                .startsWith("10.0 % of the rows are 'bad'; the model says 10.0 % as it is, and ")
                .contains("weights or a threshold are often enough, and are here");
    }

    @Test
    void whereNoModelFindsAnyNeitherWeightsNorSamplingAreEnough() {
        var ways =
                Stream.of("as it is", "balanced weights", "sampled")
                        .map(name -> new SamplingEffect.Way(name, 0.01, 0.01, 0, 1, 0.004))
                        .toList();

        assertThat(new SamplingEffect("bad", 3000, 3000, 0.01, ways).advice())
                .endsWith(
                        "sampled 0.00: no model finds any of them; look for columns that tell them, before how rows are sampled.");
    }

    /** What InstanceHardnessThreshold leaves is easy, and shares say nothing of that. */
    @Test
    void rowsThatWereChosenOrMadeAreNotCorrectedByShares() {
        var hard = new InstanceHardnessThreshold(trainer, 42);
        for (var sampler :
                List.of(hard, new Smote(5, 42), new RandomOverSampler(Strategy.AUTO, 1, 42))) {
            var effect = effect(sampler, rows);

            assertThat(effect.ways())
                    .extracting(SamplingEffect.Way::name)
                    .containsExactly("as it is", "balanced weights", "sampled");
            assertThat(Display.text(effect))
                    .contains(
                            "Sampled probabilities are not corrected, which is right where rows are made, or chosen by where they lie: shares of classes explain only copies and cuts by chance.");
        }
        var copied = effect(new RandomOverSampler(42), rows).ways();
        assertThat(copied.get(3).mean()).isCloseTo(0.1, within(0.02));
        var sampled = hard.resample(rows, "y");
        try (var model = trainer.fit(sampled, "y")) {
            var wrong = PriorCorrection.of(sampled, rows, "y").apply(model.predict(rows));
            double mean = Arrays.stream(wrong.probabilities("bad")).average().orElseThrow();
            assertThat(Math.abs(mean - 0.1)).as("why it is not shown").isGreaterThan(0.05);
        }
    }

    /** The threshold lies in the middle of the gap, not at the last row that showed it. */
    @Test
    void classesThatLieApartAreToldApartByTheThresholdOfOtherRowsToo() {
        var apart = rows(400, 10);
        for (int row = 0; row < apart.rowCount(); row++) {
            apart.doubleColumn("a").set(row, row % 10 == 0 ? 1 : 0);
        }
        assertThat(effect(new Smote(5, 42), apart).ways())
                .allSatisfy(way -> assertThat(way.bestF1()).isEqualTo(1));
    }

    @Test
    void onlyRowsToLearnFromAreSampledAndNoRowJudgesWhatItTaught() {
        var numbered = rows.copy();
        Set<Double> seen = new HashSet<>();
        var sizes = new HashSet<Integer>();
        Sampler watched =
                (table, label) -> {
                    sizes.add(table.rowCount());
                    table.doubleColumn("a").forEach(seen::add);
                    return table;
                };

        var ways = effect(watched, numbered).ways();

        assertThat(sizes).containsExactly(800);
        assertThat(seen).hasSize(1000);
        assertThat(ways.get(2).brier()).as("nothing sampled").isEqualTo(ways.get(0).brier());
        assertThat(numbered.printAll()).isEqualTo(rows.printAll());
    }

    @Test
    void ofALargeTableSomeRowsAreTaken() {
        var effect = effect(new Smote(5, 42), rows(20_000, 20));

        assertThat(effect.judged()).isEqualTo(4000);
        assertThat(effect.share()).isEqualTo(0.05);
        assertThat(effect).isEqualTo(effect(new Smote(5, 42), rows(20_000, 20)));
        assertThat(Display.text(effect))
                .startsWith("what sampling does to the probability of 'bad'\n")
                .contains("best threshold")
                .doesNotContain("sampled, corrected")
                .endsWith(
                        "\n\nJudged by 4,000 of 20,000 rows, drawn by chance, 200 of them 'bad', in five parts; only the four that are learnt from are sampled. Sampled probabilities are not corrected, which is right where rows are made, or chosen by where they lie: shares of classes explain only copies and cuts by chance. "
                                + effect.advice());
    }

    @Test
    void whatCannotBeToldIsRefusedInALine() {
        var three = rows.copy();
        three.stringColumn("y").set(0, "ugly");

        assertThatThrownBy(() -> effect(new Smote(5, 42), three))
                .hasMessage(
                        "what sampling does to probabilities is told of two classes, and 'y' has 3");
        assertThatThrownBy(() -> effect(new Smote(5, 42), rows(100, 10)))
                .hasMessage(
                        "what sampling does to probabilities cannot be told from 10 rows of class 'bad'; it takes 20");
        assertThatThrownBy(() -> effect(new Smote(5, 42), rows(20_000, 1000)))
                .hasMessage(
                        "what sampling does to probabilities cannot be told from 10 rows of class 'bad' among 10,000 drawn of 20,000; it takes 20");
    }

    @Test
    void ofAWideTableEnoughRareRowsAreTaken() {
        var wide = rows(8000, 40);
        for (int j = 0; j < 75; j++) {
            wide.addColumns(DoubleColumn.create("c" + j, new double[8000]));
        }

        var effect = effect((table, label) -> table, wide);

        assertThat(Math.round(effect.judged() * effect.share())).isGreaterThan(120);
    }

    @Test
    void treesThatAgreeGiveAProbability() {
        var forest = new BalancedRandomForest(50, 42).fit(rows, "y");
        var apart = rows.copy();
        for (int i = 0; i < 1000; i++) {
            apart.doubleColumn("a").set(i, i % 10 == 0 ? 100 : 0);
        }
        var unanimous = new BalancedRandomForest(50, 42).fit(apart, "y");

        for (var model : List.of(forest, unanimous)) {
            var point = ThresholdTuner.of(model, apart).toF1();
            assertThat(point.threshold()).isBetween(0.0, 1.0);
        }
        var tuned = ThresholdTuner.of(unanimous, apart).toF1();
        assertThat(tuned.recall()).isEqualTo(1.0);
        assertThat(CostMatrix.of("good", "bad", 1, 5).best(new double[] {0, 1.0000000000000002}))
                .isEqualTo("bad");
    }
}
