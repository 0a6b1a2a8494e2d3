package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.RegressionReport;
import himalia.evaluation.Report;
import himalia.evaluation.Split;
import himalia.evaluation.folds.StratifiedShuffleSplit;
import himalia.model.Model;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class BoostingOptionsTest {
    @TempDir Path folder;

    /** Noise, under which the label rises with x. */
    private static Table noisy() {
        var random = new Random(1);
        var x = DoubleColumn.create("x");
        var z = DoubleColumn.create("z");
        var y = DoubleColumn.create("y");
        var isHigh = IntColumn.create("high");
        for (int row = 0; row < 400; row++) {
            x.append(random.nextDouble());
            z.append(random.nextDouble());
            y.append(x.getDouble(row) + random.nextGaussian());
            isHigh.append(y.getDouble(row) > 0.5 ? 1 : 0);
        }
        return Table.create(x, z, y, isHigh);
    }

    private static Table line() {
        var x = IntStream.range(0, 50).mapToDouble(i -> i / 50.0).toArray();
        return Table.create(
                DoubleColumn.create("x", x),
                DoubleColumn.create("z", IntStream.range(0, 50).mapToDouble(i -> 0.5).toArray()));
    }

    private static long falls(double[] numbers) {
        return IntStream.range(1, numbers.length).filter(i -> numbers[i] < numbers[i - 1]).count();
    }

    @Test
    void predictionsGoOneWayWithAColumn() {
        var free = new GradientBoostingRegressor(30, 42);
        var rows = noisy().rejectColumns("high");
        var held = free.with(BoostingOptions.NONE.monotone("x", 1));
        assertThat(falls(free.fit(rows, "y").predict(line()).numbers())).isPositive();
        assertThat(falls(held.fit(rows, "y").predict(line()).numbers())).isZero();

        var classes = noisy().rejectColumns("y");
        var options = BoostingOptions.NONE.monotone("x", 1);
        var model = new GradientBoosting(30, 42).with(options).fit(classes, "high");
        assertThat(falls(model.predict(line()).probabilities("1"))).isZero();
    }

    @Test
    void trainingStopsWhereLaterRoundsDoNotHelpAndIsBetterForIt() throws Exception {
        var train = noisy().rejectColumns("y");
        var whole = new GradientBoosting(100, 42);
        var early = whole.with(BoostingOptions.NONE.earlyStopping(10, 0.25));

        var model = early.fit(train, "high");

        assertThat(model.outcome())
                .matches(
                        "kept \\d{1,2} of 100 rounds: later ones were no better for the rows that were kept aside");
        assertThat(whole.fit(train, "high").outcome()).isEmpty();
        var file = folder.resolve("early.model");
        model.save(file);
        try (var again = Model.load(file)) {
            assertThat(again.outcome()).isEqualTo(model.outcome());
            assertThat(again.trainer()).isEqualTo(early);
        }
        assertThat(early.fit(train, "high").predict(train)).isEqualTo(model.predict(train));
        // The trees are those of the rows that were not kept aside, up to the best round.
        var fold = new StratifiedShuffleSplit(1, 0.25, 42).split(train, "high").get(0);
        int kept = Integer.parseInt(model.outcome().split(" ")[1]);
        var plain = new GradientBoosting(kept, 42).fit(fold.train(train), "high");
        assertThat(plain.predict(train)).isEqualTo(model.predict(train));
        assertThat(loss(kept, fold.train(train), fold.test(train)))
                .isLessThan(loss(kept + 10, fold.train(train), fold.test(train)));
    }

    private static double loss(int rounds, Table learnt, Table judging) {
        return Report.of(new GradientBoosting(rounds, 42).fit(learnt, "high"), judging).logLoss();
    }

    @Test
    void numbersStopEarlyToo() {
        var trainer =
                new GradientBoostingRegressor(100, 42)
                        .with(BoostingOptions.NONE.earlyStopping(5, 0.2));
        var split = Split.random(noisy().rejectColumns("high"), 0.3, 1);
        var model = trainer.fit(split.train(), "y");
        assertThat(model.outcome()).startsWith("kept ");
        var all = new GradientBoostingRegressor(100, 42).fit(split.train(), "y");
        assertThat(RegressionReport.of(model, split.test()).rmse())
                .isLessThan(RegressionReport.of(all, split.test()).rmse());
    }

    @Test
    void slipsAreToldWithTheirValue() {
        var iris = heldOut("iris", false);
        var trainer = new GradientBoosting(5, 42);
        assertThatThrownBy(
                        () -> trainer.with(BoostingOptions.NONE.monotone("agee", 1)).fit(iris, "y"))
                .hasMessageStartingWith("no column 'agee'");
        var first = iris.columnNames().get(0);
        assertThatThrownBy(
                        () -> trainer.with(BoostingOptions.NONE.monotone(first, 1)).fit(iris, "y"))
                .hasMessage("monotone is of two classes or of numbers, and 'y' has 3 classes");
        assertThatThrownBy(() -> BoostingOptions.NONE.monotone("age", 2))
                .hasMessage("monotone must be 1 or -1, got 2 for column 'age'");
        var few = iris.first(20);
        few.intColumn("y").set(0, 1);
        assertThatThrownBy(
                        () ->
                                trainer.with(BoostingOptions.NONE.earlyStopping(3, 0.1))
                                        .fit(few, "y"))
                .hasMessage(
                        "early stopping sets 0.1 of the rows aside to judge each round by: class '1' of 'y' has 1 row only, and each part needs one; drop it, or add rows of its class; or train without it");
        assertThatThrownBy(() -> BoostingOptions.NONE.earlyStopping(0, 0.1))
                .hasMessage("rounds must be at least 1, got 0");
        assertThatThrownBy(() -> new BoostingOptions(Map.of(), 5, 1))
                .hasMessage(
                        "validation must be between 0 and 1 where there is patience, else 0; got 1.0 with a patience of 5");
    }
}
