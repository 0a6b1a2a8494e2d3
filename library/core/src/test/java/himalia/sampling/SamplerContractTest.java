package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.reference.ModelReference;
import himalia.reference.OurRecords;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What every sampler must do. */
class SamplerContractTest {
    static Stream<Sampler> samplers() {
        return Stream.of(
                new RandomOverSampler(42),
                new RandomUnderSampler(42),
                new Smote(5, 42),
                new TomekLinks(),
                new EditedNearestNeighbours(),
                new RepeatedEditedNearestNeighbours(),
                new AllKnn(),
                new NeighbourhoodCleaningRule(),
                new NearMiss(1),
                new NearMiss(2),
                new NearMiss(3),
                new CondensedNearestNeighbour(42),
                new OneSidedSelection(42),
                new InstanceHardnessThreshold(new NearestMean(), 42),
                new ClusterCentroids(42),
                new ClusterCentroids(false, Strategy.AUTO, 42));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void theGivenTableStaysAsItIs(Sampler sampler) {
        var table = ModelReference.table("imb_3c");
        var before = table.copy().toString() + table.rowCount();

        sampler.resample(table, "y");

        assertThat(table.toString() + table.rowCount()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void columnsAndNameStay(Sampler sampler) {
        var table = ModelReference.table("imb_2d").setName("train");

        var result = sampler.resample(table, "y");

        assertThat(result.name()).isEqualTo("train");
        assertThat(result.columnNames()).isEqualTo(table.columnNames());
        assertThat(result.column("y").type()).isEqualTo(table.column("y").type());
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void theSameSeedGivesTheSameRows(Sampler sampler) {
        var table = ModelReference.table("imb_10d");

        assertThat(sampler.resample(table, "y").printAll())
                .isEqualTo(sampler.resample(table, "y").printAll());
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void noSamplerMakesTheRatioWorse(Sampler sampler) {
        var table = ModelReference.table("bc_imbalanced");
        var before = Classes.of(table, "y");

        var after = Classes.of(sampler.resample(table, "y"), "y");

        assertThat((double) after.count(1) / after.count(0))
                .isGreaterThanOrEqualTo((double) before.count(1) / before.count(0));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void textLabelsKeepTheirNames(Sampler sampler) {
        var table = ModelReference.table("imb_2d");
        var words =
                StringColumn.create(
                        "y",
                        table.intColumn("y").asList().stream()
                                .map(y -> y == 1 ? "rare" : "common")
                                .toList());
        table.replaceColumn("y", words);

        var result = sampler.resample(table, "y");

        assertThat(result.stringColumn("y").unique().asList())
                .containsExactlyInAnyOrder("rare", "common");
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void anUnknownLabelIsAnsweredWithTheNearest(Sampler sampler) {
        var table = Table.create("train", IntColumn.create("label", 0, 1), one(2));

        assertThatThrownBy(() -> sampler.resample(table, "lable"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no column 'lable'")
                .hasMessageContaining("'label'");
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void aSingleClassIsRefused(Sampler sampler) {
        var table = Table.create("train", IntColumn.create("y", 1, 1), one(2));

        assertThatThrownBy(() -> sampler.resample(table, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("label 'y' has one class only, '1'");
    }

    /** Found by itself: what is not named here works, and cannot be saved in a pipeline. */
    @Test
    void everySamplerIsHereAndMayBeSaved() {
        var found = OurRecords.implementing(Sampler.class, SamplingTypes.class);

        assertThat(found)
                .as("add it to samplers() of SamplerContractTest")
                .isSubsetOf(samplers().<Class<?>>map(Object::getClass).toList());
        assertThat(found)
                .as("name it in SamplingTypes.types()")
                .isSubsetOf(new SamplingTypes().types());
    }

    @Test
    void numbersAreNoClasses() {
        var table =
                Table.create(DoubleColumn.create("y", 0.5, 1.5), DoubleColumn.create("x", 1, 2));

        assertThatThrownBy(() -> new Smote(1, 42).resample(table, "y"))
                .hasMessageStartingWith(
                        "label 'y' holds numbers such as 0.5, and classes are wanted")
                .hasMessageContaining("Split.random");
    }

    static Stream<Sampler> computing() {
        return Stream.of(new Smote(1, 42), new TomekLinks());
    }

    @ParameterizedTest
    @MethodSource("computing")
    void textIsRefusedWithTheWayOut(Sampler sampler) {
        var table = ModelReference.table("mixed").rejectColumns("amount");

        assertThatThrownBy(() -> sampler.resample(table, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "column 'colour' holds text, and (SMOTE|TomekLinks) computes with numbers;"
                                + " encode it as numbers, or leave it out with"
                                + " table\\.rejectColumns\\(\"colour\"\\)");
    }

    @ParameterizedTest
    @MethodSource("computing")
    void missingValuesAreRefusedWithTheWayOut(Sampler sampler) {
        var table = ModelReference.table("mixed");

        assertThatThrownBy(() -> sampler.resample(table, "y"))
                .hasMessageMatching(
                        "column 'amount' has 14 missing values, and (SMOTE|TomekLinks) takes none;"
                                + " fill them, or drop their rows with"
                                + " table\\.dropWhere\\(table\\.column\\(\"amount\"\\)\\.isMissing\\(\\)\\)");
    }

    @Test
    void tooFewRowsOfAClassAreNamedWithWhatWouldDo() {
        var table =
                Table.create(
                        "train",
                        IntColumn.create("y", 0, 0, 0, 0, 0, 1, 1, 1),
                        DoubleColumn.create("x", 1, 2, 3, 4, 5, 6, 7, 8));

        assertThatThrownBy(() -> new Smote(5, 42).resample(table, "y"))
                .hasMessage(
                        "class '1' has 3 rows, and SMOTE with 5 neighbours needs at least 6; use at"
                                + " most 2 neighbours, or RandomOverSampler");
    }

    @Test
    void ofEquallyNearRowsTheLowerOneCounts() {
        var neighbours = new Neighbours(new double[][] {{0}, {1}, {-1}, {1}, {0}});

        assertThat(neighbours.of(new int[] {0, 1, 2}, 2))
                .isEqualTo(new int[][] {{4, 1}, {3, 0}, {0, 4}});
    }

    private static DoubleColumn one(int rows) {
        return DoubleColumn.create("x", rows);
    }
}
