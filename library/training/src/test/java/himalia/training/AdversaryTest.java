package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Split;
import himalia.features.CountEncoder;
import himalia.features.DateParts;
import himalia.features.OneHotEncoder;
import himalia.features.Pipeline;
import himalia.features.leakage.Leak;
import himalia.features.leakage.LeakageCheck;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** An adversary of one's own reads texts and dates, and the report names the column in which the tables differ. */
class AdversaryTest {
    private static Table patients(boolean isMars, boolean isLate) {
        var random = new Random(5);
        return Table.create(
                "patients",
                StringColumn.create(
                        "region",
                        IntStream.range(0, 400)
                                .mapToObj(
                                        i ->
                                                isMars && i >= 300
                                                        ? "mars"
                                                        : "r" + random.nextInt(3))),
                DateColumn.create(
                        "seen",
                        IntStream.range(0, 400)
                                .mapToObj(
                                        i ->
                                                LocalDate.of(isLate && i >= 300 ? 2026 : 2025, 1, 1)
                                                        .plusDays(random.nextInt(300)))
                                .toArray(LocalDate[]::new)),
                DoubleColumn.create(
                        "cost", IntStream.range(0, 400).mapToDouble(i -> random.nextGaussian())),
                IntColumn.create("out", IntStream.range(0, 400).map(i -> i % 2).toArray()));
    }

    private static String told(Pipeline adversary, Table table) {
        var report =
                LeakageCheck.of("out")
                        .adversary(adversary)
                        .check(table.first(300), table.last(100));
        return report.leaks(Leak.Kind.DISTINGUISHABLE).get(0).text();
    }

    @Test
    void theColumnThatDiffersIsNamedWhateverItHolds() {
        var trees = new GradientBoosting(10, 1);
        var texts = Pipeline.of(new OneHotEncoder("region")).then(new DateParts("seen"));

        assertThat(told(texts.train(trees), patients(true, false)))
                .endsWith("; they differ most in 'region'");
        assertThat(told(texts.train(trees), patients(false, true)))
                .endsWith("; they differ most in 'seen'");
    }

    /** Of two hundred streets some hundred rows are far from three hundred by chance alone. */
    @Test
    void aColumnThatIsFarByChanceIsNotNamed() {
        var random = new Random(7);
        var table =
                Table.create(
                        "homes",
                        StringColumn.create(
                                "street",
                                IntStream.range(0, 400).mapToObj(i -> "s" + random.nextInt(200))),
                        DoubleColumn.create(
                                "cost",
                                IntStream.range(0, 400)
                                        .mapToDouble(
                                                i -> random.nextGaussian() + (i < 300 ? 0 : 1.5))),
                        IntColumn.create("out", IntStream.range(0, 400).map(i -> i % 2).toArray()));

        assertThat(
                        told(
                                Pipeline.of(new CountEncoder("street"))
                                        .train(new GradientBoosting(10, 1)),
                                table))
                .endsWith("; they differ most in 'cost'");
    }

    @Test
    void wholeNumbersInOneTableAndOthersInTheOtherAreNumbers() {
        var train =
                Table.create(
                        IntColumn.create("cost", IntStream.range(0, 300).toArray()),
                        IntColumn.create("out", IntStream.range(0, 300).map(i -> i % 2).toArray()));
        var test =
                Table.create(
                        DoubleColumn.create(
                                "cost",
                                IntStream.range(0, 100).mapToDouble(i -> 1000.5 + i).toArray()),
                        IntColumn.create("out", IntStream.range(0, 100).map(i -> i % 2).toArray()));

        var report =
                LeakageCheck.of("out").adversary(new GradientBoosting(10, 1)).check(train, test);

        assertThat(report.leaks(Leak.Kind.DISTINGUISHABLE).get(0).text())
                .endsWith("; they differ most in 'cost'");
    }

    @Test
    void aRegressorIsNoAdversary() {
        var table = patients(false, false).selectColumns("cost", "out");

        assertThatThrownBy(
                        () ->
                                LeakageCheck.of("out")
                                        .adversary(new Ridge(1))
                                        .check(table.first(300), table.last(100)))
                .hasMessage(
                        "adversary(trainer) tells training rows from test rows, which are classes, and %s predicts numbers; take a classifier such as LogisticRegression"
                                .formatted(new Ridge(1)));
    }

    /** A running sum of the label, and the sum before it: no column tells the label, and both do. */
    @Test
    void columnsThatTellTheLabelTogetherAreToldByTheModelThatReadsThem() {
        var random = new Random(4);
        var y = random.ints(600, 0, 2).toArray();
        var sums = new double[601];
        for (int row = 0; row < 600; row++) {
            sums[row + 1] = sums[row] + y[row];
        }
        var table =
                Table.create(
                        DoubleColumn.create(
                                "before", IntStream.range(0, 600).mapToDouble(i -> sums[i])),
                        DoubleColumn.create(
                                "running", IntStream.range(0, 600).mapToDouble(i -> sums[i + 1])),
                        StringColumn.create(
                                "y", IntStream.of(y).mapToObj(i -> i == 1 ? "b" : "a")));
        var split = Split.random(table, 0.25, 1);
        var check = LeakageCheck.of("y");

        try (var sure = new LogisticRegression(100).fit(split.train(), "y");
                var unsure = new DummyClassifier().fit(split.train(), "y")) {
            assertThat(check.fitted(sure).check(split.train(), split.test()).notes())
                    .singleElement()
                    .satisfies(
                            note ->
                                    assertThat(note)
                                            .startsWith(
                                                    "LogisticRegression has a ROC AUC of 1.000 on the test table, and no column alone has more than 0.")
                                            .contains("Columns are asked one by one"));
            assertThat(check.fitted(unsure).check(split.train(), split.test()).notes()).isEmpty();
        }
        assertThat(check.check(split.train(), split.test()).notes()).isEmpty();
    }
}
