package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.table.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A function of two coarse columns does not make copies of rows that chance makes equal, and hides none. */
class DependentColumnsTest {
    private static final List<DoubleBinaryOperator> FUNCTIONS =
            List.of(
                    (height, weight) -> weight * 1e4 / height / height,
                    (height, weight) -> weight / height,
                    (height, weight) -> Math.log(weight * height),
                    Math::hypot);

    private static Table people(long seed, int rows) {
        var random = Seeds.random(seed);
        var table = Table.create("people", IntColumn.create("height"), IntColumn.create("weight"));
        var y = StringColumn.create("y");
        for (int row = 0; row < rows; row++) {
            table.intColumn("height").append((int) Math.round(170 + 9 * random.nextGaussian()));
            int weight = (int) Math.round(75 + 12 * random.nextGaussian());
            table.intColumn("weight").append(weight);
            y.append(weight > 85 ? "heavy" : "not");
        }
        return table.addColumns(y);
    }

    private static Table with(Table people, DoubleBinaryOperator function, String name) {
        var height = people.intColumn("height");
        var weight = people.intColumn("weight");
        return people.copy()
                .addColumns(
                        DoubleColumn.create(
                                name,
                                IntStream.range(0, people.rowCount())
                                        .mapToDouble(
                                                row ->
                                                        function.applyAsDouble(
                                                                height.getInt(row),
                                                                weight.getInt(row)))));
    }

    private static Table with(Table people, Random random, ToDoubleFunction<Random> own) {
        return people.copy()
                .addColumns(
                        DoubleColumn.create(
                                "own",
                                IntStream.range(0, people.rowCount())
                                        .mapToDouble(row -> own.applyAsDouble(random))));
    }

    private static List<Leak.Kind> kinds(Table table, int seed) {
        var split = Split.stratified(table, "y", 0.25, seed);
        return LeakageCheck.of("y").check(split.train(), split.test()).leaks().stream()
                .map(Leak::kind)
                .filter(kind -> kind == Leak.Kind.DUPLICATES || kind == Leak.Kind.EQUAL_ROWS)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 300, 600})
    void whatFollowsFromCoarseColumnsMakesNoCopies(int rows) {
        var accused = new ArrayList<String>();
        for (int seed = 0; seed < 6; seed++) {
            for (var function : FUNCTIONS) {
                var table = with(people(seed, rows), function, "index");
                if (kinds(table, seed).contains(Leak.Kind.DUPLICATES)) {
                    accused.add(seed + " " + FUNCTIONS.indexOf(function));
                }
            }
        }

        assertThat(accused).isEmpty();
    }

    @Test
    void neitherDoSeveralSuchColumns() {
        for (int seed = 0; seed < 4; seed++) {
            var table = people(seed, 600);
            for (var function : FUNCTIONS) {
                table = with(table, function, "index " + FUNCTIONS.indexOf(function));
            }

            assertThat(kinds(table, seed)).as("seed " + seed).containsExactly(Leak.Kind.EQUAL_ROWS);
        }
    }

    @Test
    void copiesAreFoundBesideWhatFollowsFromOthers() {
        for (int seed = 0; seed < 4; seed++) {
            var random = Seeds.random(seed + 100L);
            var table =
                    with(
                            with(people(seed, 400), FUNCTIONS.get(0), "index"),
                            random,
                            Random::nextGaussian);

            assertThat(kinds(table, seed)).as("seed " + seed).isEmpty();
            assertThat(kinds(table.copy().append(table.first(40)), seed))
                    .as("seed " + seed)
                    .containsExactly(Leak.Kind.DUPLICATES);
        }
    }
}
