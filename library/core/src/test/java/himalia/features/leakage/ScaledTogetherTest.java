package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.features.PowerTransformer;
import himalia.features.StandardScaler;
import himalia.features.Step;
import himalia.table.Seeds;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Columns tell by themselves that they were scaled by test rows. */
class ScaledTogetherTest {
    private static Table people(int rows) {
        var random = Seeds.random(rows);
        return Table.create(
                "people",
                DoubleColumn.create(
                        "age",
                        IntStream.range(0, rows).mapToDouble(i -> 40 + 9 * random.nextGaussian())),
                DoubleColumn.create(
                        "spend",
                        IntStream.range(0, rows).mapToDouble(i -> Math.exp(random.nextGaussian()))),
                DoubleColumn.create(
                        "side", IntStream.range(0, rows).mapToDouble(i -> i % 2 * 2 - 1)),
                StringColumn.create(
                        "y", IntStream.range(0, rows).mapToObj(i -> i % 3 == 0 ? "yes" : "no")));
    }

    private static List<Leak> fitted(LeakageReport report) {
        return report.leaks(Leak.Kind.FITTED_ON_TEST);
    }

    private static Stream<Step> scalers() {
        return Stream.of(new StandardScaler("age", "spend"), new PowerTransformer("age", "spend"));
    }

    @ParameterizedTest
    @MethodSource("scalers")
    void aScalerBeforeTheSplitIsNamedThoughNobodyNamesIt(Step scaler) {
        for (int rows : new int[] {30, 400, 5000}) {
            var people = people(rows);
            var split = Split.stratified(scaler.fit(people).apply(people), "y", 0.25, 42);

            var leaks = fitted(LeakageCheck.of("y").check(split.train(), split.test()));

            assertThat(leaks).hasSize(1);
            assertThat(leaks.get(0).text())
                    .startsWith("age, spend: the mean is 0 and the deviation 1 over both tables");
        }
    }

    @ParameterizedTest
    @MethodSource("scalers")
    void madeRightNothingIsNamed(Step scaler) {
        for (int rows : new int[] {30, 400, 5000}) {
            var split = Split.stratified(people(rows), "y", 0.25, 42);
            var step = scaler.fit(split.train());

            var report =
                    LeakageCheck.of("y").check(step.apply(split.train()), step.apply(split.test()));

            assertThat(fitted(report)).isEmpty();
        }
    }

    /** What was named by whoever has the step is said once. */
    @Test
    void aStepThatIsNamedIsNamedOnce() {
        var people = people(400);
        var step = new StandardScaler("age", "spend").fit(people, "y");
        var split = Split.stratified(step.apply(people), "y", 0.25, 42);

        var report =
                LeakageCheck.of("y").fitted(step).from(people).check(split.train(), split.test());

        assertThat(fitted(report)).hasSize(1);
        assertThat(fitted(report).get(0).rows()).hasSize(100);
    }
}
