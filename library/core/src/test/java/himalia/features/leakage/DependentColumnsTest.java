package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.sampling.Smote;
import himalia.table.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    @ParameterizedTest
    @EnumSource(Left.class)
    void norWhereSomeRowsLeaveTheFormula(Left left) {
        var accused = new ArrayList<String>();
        for (int seed = 1; seed <= 8; seed++) {
            for (var function : FUNCTIONS.subList(0, 2)) {
                var table = with(people(seed, 800), function, "index");
                left.change(table.doubleColumn("index"), Seeds.random(seed));
                if (kinds(table, seed).contains(Leak.Kind.DUPLICATES)) {
                    accused.add(seed + " " + FUNCTIONS.indexOf(function));
                }
            }
        }

        assertThat(accused).isEmpty();
    }

    private enum Left {
        MISSING,
        ROUNDED,
        FILLED;

        void change(DoubleColumn column, Random random) {
            double mean = column.mean();
            for (int row = 0; row < column.size(); row++) {
                if (random.nextInt(33) == 0) {
                    switch (this) {
                        case MISSING -> column.setMissing(row);
                        case ROUNDED -> column.set(row, (double) Math.round(column.get(row)));
                        case FILLED -> column.set(row, mean);
                    }
                }
            }
        }
    }

    /** What SMOTE makes between training rows is off the formula, and its heights and weights are off the grid. */
    @Test
    void norBesideRowsThatWereMadeAfterTheSplit() {
        var accused = new ArrayList<String>();
        for (int seed = 1; seed <= 6; seed++) {
            for (var function : FUNCTIONS) {
                var split =
                        Split.stratified(
                                with(people(seed, 800), function, "index"), "y", 0.25, seed);
                var train = new Smote(5, seed).resample(split.train(), "y");
                if (!LeakageCheck.of("y")
                        .check(train, split.test())
                        .leaks(Leak.Kind.DUPLICATES)
                        .isEmpty()) {
                    accused.add(seed + " " + FUNCTIONS.indexOf(function));
                }
            }
        }

        assertThat(accused).isEmpty();
    }

    /** Minutes are few and uneven, and come often: on no grid, though they are no real numbers. */
    @ParameterizedTest
    @ValueSource(ints = {800, 1500})
    void neitherDoTwoComputedColumnsOfThree(int rows) {
        for (int seed = 1; seed <= 8; seed++) {
            var random = Seeds.random(seed);
            var rides =
                    Table.create(
                            "rides",
                            IntColumn.create("start"),
                            IntColumn.create("speed"),
                            IntColumn.create("km"));
            var minutes = DoubleColumn.create("minutes");
            var score = DoubleColumn.create("score");
            var y = StringColumn.create("y");
            for (int row = 0; row < rows; row++) {
                int start = random.nextInt(24);
                int speed = 1 + random.nextInt(12);
                int km = 1 + random.nextInt(20);
                rides.intColumn("start").append(start);
                rides.intColumn("speed").append(speed);
                rides.intColumn("km").append(km);
                minutes.append(60.0 * km / speed);
                score.append(Math.log(60.0 * km / speed * (1 + start)));
                y.append(km > 3 * speed ? "long" : "short");
            }

            assertThat(kinds(rides.addColumns(minutes, score, y), seed))
                    .as("seed " + seed)
                    .doesNotContain(Leak.Kind.DUPLICATES);
        }
    }

    /** Numbers of two digits, as many of them as there are rows, and their squares and product. */
    @Test
    void neitherDoSquaresOfFineNumbers() {
        for (int seed = 1; seed <= 8; seed++) {
            var random = Seeds.random(seed);
            var x =
                    random.doubles(800, -200, 200)
                            .map(Math::rint)
                            .map(value -> value / 100)
                            .toArray();
            var z =
                    random.doubles(800, -200, 200)
                            .map(Math::rint)
                            .map(value -> value / 100)
                            .toArray();
            var table =
                    Table.create(
                            "squares",
                            DoubleColumn.create("x", x),
                            DoubleColumn.create("z", z),
                            product("xx", x, x),
                            product("xz", x, z),
                            product("zz", z, z),
                            StringColumn.create(
                                    "y",
                                    IntStream.range(0, 800)
                                            .mapToObj(row -> x[row] > 1 ? "far" : "near")));

            assertThat(kinds(table, seed)).as("seed " + seed).doesNotContain(Leak.Kind.DUPLICATES);
        }
    }

    private static DoubleColumn product(String name, double[] one, double[] other) {
        return DoubleColumn.create(
                name, IntStream.range(0, one.length).mapToDouble(row -> one[row] * other[row]));
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
