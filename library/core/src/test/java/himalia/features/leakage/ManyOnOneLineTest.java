package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.reference.ModelReference;
import himalia.sampling.Adasyn;
import himalia.sampling.KMeansSmote;
import himalia.sampling.Sampler;
import himalia.sampling.Smote;
import himalia.table.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Where many rows were made between few, most are on one line with others that were; they are made rows all the same. */
@Tag("once")
class ManyOnOneLineTest {
    private static final Table CELLS = ModelReference.table("bc_imbalanced");

    static List<Sampler> samplers() {
        return List.of(
                new Smote(1, 42),
                new Adasyn(2, 42),
                new KMeansSmote(8, 42),
                new KMeansSmote(4, 42));
    }

    private static List<Leak> synthetic(Table table, long seed) {
        var split = Split.stratified(table, "y", 0.3, seed);
        return LeakageCheck.of("y").check(split.train(), split.test()).leaks(Leak.Kind.SYNTHETIC);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void rowsOfThirtyColumnsAreFound(Sampler sampler) {
        assertThat(synthetic(sampler.resample(CELLS, "y"), 1)).hasSize(1);
    }

    /** A whole number beside two columns of which one follows from the other: a line by nature, of which nothing is said. */
    @Test
    void aColumnThatFollowsFromAnotherIsNothingToSay() {
        var random = Seeds.random(5);
        int rows = 300;
        var celsius = random.doubles(rows, -20, 35).toArray();
        var table =
                Table.create(
                        IntColumn.create("age", random.ints(rows, 20, 60).toArray()),
                        DoubleColumn.create("celsius", celsius),
                        DoubleColumn.create(
                                "fahrenheit",
                                DoubleStream.of(celsius).map(each -> 32 + 1.8 * each).toArray()),
                        IntColumn.create("y", random.ints(rows, 0, 2).toArray()));
        var split = Split.stratified(table, "y", 0.3, 1);
        var check = LeakageCheck.of("y").check(split.train(), split.test());
        assertThat(check.leaks(Leak.Kind.SYNTHETIC)).isEmpty();
        assertThat(check.leaks(Leak.Kind.NOT_CHECKED)).isEmpty();
    }

    /** A column in which the lines do not go out says nothing of where they end. */
    @Test
    void aFlagThatIsTheSameInTheRareClassHidesNoLine() {
        var flag = CELLS.intColumn("y").copy().setName("flag");
        for (int row = 0; row < flag.size(); row++) {
            flag.set(row, flag.getInt(row) == 1 ? 0 : row % 2);
        }
        var table = CELLS.copy().addColumns(flag);
        assertThat(synthetic(new Smote(1, 42).resample(table, "y"), 1)).hasSize(1);
        assertThat(synthetic(table, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8})
    void rowsThatWereMadeFromAHandfulAreFound(int rare) {
        var few = CELLS.where(CELLS.intColumn("y").isEqualTo(1)).first(rare);
        var table = few.append(CELLS.where(CELLS.intColumn("y").isEqualTo(0)));

        assertThat(synthetic(new Smote(5, 42).resample(table, "y"), 1)).hasSize(1);
        assertThat(synthetic(table, 1)).isEmpty();
    }

    /** Of four rows no five can be ends of lines. */
    @ParameterizedTest
    @CsvSource({"4, 3", "5, 3", "5, 4", "10, 1"})
    void rowsThatWereMadeFromFewerThanFiveEndsAreFound(int rare, int neighbours) {
        var missed = new ArrayList<String>();
        for (int seed = 1; seed <= 5; seed++) {
            var table = MadeTables.FIVE_NUMBERS_AND_A_TOWN.table(seed, 300, rare);
            var split =
                    Split.stratified(
                            new Smote(neighbours, seed).resample(table, "y"), "y", 0.3, seed);
            var kinds =
                    LeakageCheck.of("y").check(split.train(), split.test()).leaks().stream()
                            .map(Leak::kind)
                            .toList();
            if (!kinds.contains(Leak.Kind.SYNTHETIC)
                    && !(neighbours == 1 && kinds.contains(Leak.Kind.NOT_CHECKED))) {
                missed.add(seed + " " + kinds);
            }
        }

        assertThat(missed).isEmpty();
    }

    @Test
    void rowsOfTwoColumnsAreFound() {
        var table = MadeTables.REAL_NUMBERS.table(1, 200, 23);

        assertThat(synthetic(new Smote(1, 42).resample(table, "y"), 1)).hasSize(1);
    }

    private static double rounded(double value, double steps) {
        return Math.round(value * steps) / steps;
    }

    /** Cars at an even speed each: the height has one digit, and lets lines that are one go a little apart. */
    @ParameterizedTest
    @CsvSource({"10, 10", "30, 20", "60, 20"})
    void straightTracksThatWereRoundedAreNoFact(int cars, int points) {
        for (int seed = 0; seed < 3; seed++) {
            var random = new Random(seed);
            int rows = cars * points;
            double[] north = random.doubles(cars).toArray();
            double[] east = random.doubles(cars).toArray();
            double[] northward = random.doubles(cars, -0.01, 0.01).toArray();
            double[] eastward = random.doubles(cars, -0.01, 0.01).toArray();
            var tracks = Table.create("tracks");
            var lat = DoubleColumn.create("lat");
            var lon = DoubleColumn.create("lon");
            var height = DoubleColumn.create("height");
            var y = IntColumn.create("y");
            for (int row = 0; row < rows; row++) {
                int car = row % cars;
                int time = row / cars;
                lat.append(rounded(50 + north[car] + northward[car] * time, 1e6));
                lon.append(rounded(8 + east[car] + eastward[car] * time, 1e6));
                height.append(rounded(100 + 3 * north[car] * time, 10));
                y.append(random.nextDouble() < 0.15 ? 1 : 0);
            }
            tracks.addColumns(lat, lon, height, y);

            var split = Split.random(tracks, 0.25, seed);
            var report = LeakageCheck.of("y").check(split.train(), split.test());

            assertThat(report.leaks()).noneMatch(leak -> leak.kind().isCertain());
        }
    }
}
