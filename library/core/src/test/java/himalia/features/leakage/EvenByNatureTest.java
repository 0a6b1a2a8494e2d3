package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.sampling.RandomOverSampler;
import himalia.table.Seeds;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/** Rows that come again by a plan or by nature, and that nobody copied. */
class EvenByNatureTest {
    private static List<Leak> leaks(Table train, Table test) {
        return LeakageCheck.of("y").check(train, test).leaks();
    }

    private static boolean has(List<Leak> leaks, Leak.Kind kind) {
        return leaks.stream().anyMatch(leak -> leak.kind() == kind);
    }

    private static Table things(int rows, IntUnaryOperator thing, IntUnaryOperator label) {
        var things = IntStream.range(0, rows).map(thing).toArray();
        return Table.create(
                "things",
                DoubleColumn.create(
                        "price",
                        IntStream.of(things).mapToDouble(each -> new Random(each).nextGaussian())),
                DoubleColumn.create(
                        "weight",
                        IntStream.of(things)
                                .mapToDouble(each -> new Random(each + 1_000L).nextGaussian())),
                StringColumn.create(
                        "y", IntStream.of(things).mapToObj(each -> "y" + label.applyAsInt(each))));
    }

    /** A class of one thing says nothing of how many things there are. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClassOfOneThingIsNoFact(boolean isEachItsOwnClass) {
        for (int seed = 0; seed < 3; seed++) {
            var random = Seeds.random(seed);
            int count = isEachItsOwnClass ? 20 : 50;
            var all =
                    things(
                            700,
                            row -> random.nextInt(count),
                            thing -> isEachItsOwnClass ? thing : Math.min(thing, 1));
            var split = Split.stratified(all, "y", 0.25, seed);

            assertThat(has(leaks(split.train(), split.test()), Leak.Kind.DUPLICATES)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 10, 20})
    void aFewMachinesWithAsManyReadingsEachAreNoFact(int machines) {
        var train = things(20 * machines, row -> row % machines, thing -> thing % 2);
        var test = things(5 * machines, row -> row % machines, thing -> thing % 2);

        assertThat(has(leaks(train, test), Leak.Kind.DUPLICATES)).isFalse();
    }

    /** The hours of a week, as texts or as numbers, each as often as the others. */
    @ParameterizedTest
    @CsvSource({"50, 12, false", "24, 40, false", "168, 12, false", "168, 12, true"})
    void levelsInEvenNumbersAreNoFact(int levels, int times, boolean areNumbers) {
        var random = Seeds.random(levels);
        var ofLevel = random.ints(levels, 0, 2).toArray();
        var rows = IntStream.range(0, levels * times).map(row -> row % levels).toArray();
        var all =
                Table.create(
                        "levels",
                        areNumbers
                                ? DoubleColumn.create("hour", IntStream.of(rows).asDoubleStream())
                                : StringColumn.create(
                                        "hour", IntStream.of(rows).mapToObj(row -> "h" + row)),
                        StringColumn.create(
                                "y", IntStream.of(rows).mapToObj(row -> "y" + ofLevel[row])));
        var split = Split.stratified(all, "y", 0.25, 1);

        assertThat(has(leaks(split.train(), split.test()), Leak.Kind.DUPLICATES)).isFalse();
    }

    /** Of thirty thousand names some come twice; a part of the training rows was kept for validation behind copies of them. */
    @Test
    void namesThatComeTwiceAreNoFactWhereTrainingRowsWereCopied() {
        for (int seed = 0; seed < 3; seed++) {
            var random = Seeds.random(seed);
            var names = random.ints(600, 0, 30_000).toArray();
            var all =
                    Table.create(
                            "names",
                            StringColumn.create(
                                    "name", IntStream.of(names).mapToObj(each -> "n" + each)),
                            StringColumn.create(
                                    "y", IntStream.of(names).mapToObj(each -> "y" + each % 2)));
            var split = Split.stratified(all, "y", 0.25, seed);
            var copied = split.train().emptyCopy();
            IntStream.range(0, 4).forEach(i -> copied.append(split.train()));
            var learnt = Split.stratified(copied, "y", 0.1, seed).train();

            assertThat(has(leaks(learnt, split.test()), Leak.Kind.DUPLICATES)).isFalse();
        }
    }

    /** Sine and cosine of two times of the day lie on a surface, on which some are near. */
    @ParameterizedTest
    @ValueSource(ints = {600, 1900, 5000})
    void pointsOfASurfaceAreNearByNature(int rows) {
        for (int seed = 0; seed < 5; seed++) {
            var random = Seeds.random(seed);
            var all = Table.create("times");
            for (int j = 0; j < 2; j++) {
                var angles = random.doubles(rows, 0, 2 * Math.PI).toArray();
                all.addColumns(
                        DoubleColumn.create(
                                "sin" + j,
                                IntStream.range(0, rows).mapToDouble(i -> Math.sin(angles[i]))),
                        DoubleColumn.create(
                                "cos" + j,
                                IntStream.range(0, rows).mapToDouble(i -> Math.cos(angles[i]))));
            }
            all.addColumns(
                    StringColumn.create("y", random.ints(rows, 0, 2).mapToObj(each -> "y" + each)));
            var split = Split.stratified(all, "y", 0.25, seed);

            assertThat(leaks(split.train(), split.test())).isEmpty();
        }
    }

    /** Copies of training rows are the same visits again. */
    @Test
    void thingsThatWereSeenAgainAreNearBesideCopiesToo() {
        for (int seed = 0; seed < 6; seed++) {
            var random = Seeds.random(seed);
            var all = Table.create("visits");
            for (int j = 0; j < 3; j++) {
                var first = random.doubles(240).map(any -> random.nextGaussian()).toArray();
                all.addColumns(
                        DoubleColumn.create(
                                "x" + j,
                                IntStream.range(0, 720)
                                        .mapToDouble(
                                                row ->
                                                        first[row / 3]
                                                                + 0.003 * random.nextGaussian())));
            }
            var classes = random.doubles(240).mapToObj(p -> p < 0.08 ? "p" : "q").toList();
            all.addColumns(
                    StringColumn.create(
                            "y", IntStream.range(0, 720).mapToObj(row -> classes.get(row / 3))));
            var split = Split.stratified(all, "y", 0.25, seed);
            var balanced = new RandomOverSampler(seed).resample(split.train(), "y");

            assertThat(has(leaks(balanced, split.test()), Leak.Kind.NEAR_DUPLICATES)).isTrue();
        }
    }

    /** A copy of a row with a hole says again what its row has said. */
    @Test
    void holesOfRowsThatASamplerHasCopiedComeNotAfterTheLabel() {
        for (int seed = 0; seed < 8; seed++) {
            var random = Seeds.random(seed);
            var all = Table.create("holes");
            for (int j = 0; j < 4; j++) {
                all.addColumns(
                        DoubleColumn.create(
                                "x" + j,
                                random.doubles(800)
                                        .map(p -> p < 0.03 ? Double.NaN : random.nextGaussian())));
            }
            all.addColumns(
                    StringColumn.create(
                            "y", random.doubles(800).mapToObj(p -> p < 0.05 ? "p" : "q")));
            var split = Split.stratified(all, "y", 0.25, seed);
            var balanced = new RandomOverSampler(seed).resample(split.train(), "y");

            assertThat(has(leaks(balanced, split.test()), Leak.Kind.AFTER_THE_LABEL)).isFalse();
        }
    }

    /** A text that is the label is named as a truth is, of however few rows the test table has. */
    @ParameterizedTest
    @CsvSource({"400, 12", "1000, 12", "60, 30", "80, 12", "200, 10"})
    void aTextThatIsTheLabelIsNamed(int rows, int rare) {
        for (int seed = 0; seed < 5; seed++) {
            var random = Seeds.random(seed);
            var all =
                    Table.create(
                            "texts",
                            DoubleColumn.create(
                                    "x", random.doubles(rows).map(any -> random.nextGaussian())),
                            StringColumn.create(
                                    "text",
                                    IntStream.range(0, rows)
                                            .mapToObj(row -> row < rare ? "A" : "B")),
                            StringColumn.create(
                                    "y",
                                    IntStream.range(0, rows)
                                            .mapToObj(row -> row < rare ? "yes" : "no")));
            var split = Split.stratified(all, "y", 0.25, seed);

            assertThat(leaks(split.train(), split.test()))
                    .filteredOn(leak -> leak.kind() == Leak.Kind.LABEL_PROXY)
                    .extracting(Leak::subject)
                    .containsExactly("text");
        }
    }

    /** Of one rare row that a sampler has copied, its town is not told to be the label. */
    @Test
    void aTownOfOneRareRowThatWasCopiedIsNoLabel() {
        var random = Seeds.random(3);
        var all =
                Table.create(
                        "towns",
                        DoubleColumn.create("x", random.doubles(520)),
                        StringColumn.create(
                                "town",
                                IntStream.range(0, 520).mapToObj(row -> "town " + row % 20)),
                        StringColumn.create(
                                "y", IntStream.range(0, 520).mapToObj(row -> row < 2 ? "p" : "q")));
        var test = all.where(Selection.with(1)).append(all.last(20));
        var train = new RandomOverSampler(1).resample(all.first(500).dropRows(1), "y");

        assertThat(has(leaks(train, test), Leak.Kind.LABEL_PROXY)).isFalse();
    }

    /** A text that is the label is named where all test rows are of one class, too. */
    @Test
    void aTextThatIsTheLabelIsNamedBesideATestTableOfOneClass() {
        var all =
                Table.create(
                        "status",
                        DoubleColumn.create("x", Seeds.random(5).doubles(205)),
                        StringColumn.create(
                                "status",
                                IntStream.range(0, 205).mapToObj(row -> row % 2 == 0 ? "A" : "B")),
                        StringColumn.create(
                                "y",
                                IntStream.range(0, 205).mapToObj(row -> row % 2 == 0 ? "p" : "q")));
        var test = all.last(5);
        var ofOne = test.where(test.stringColumn("y").isEqualTo("p"));

        assertThat(leaks(all.first(200), ofOne)).extracting(Leak::subject).contains("status");
    }
}
