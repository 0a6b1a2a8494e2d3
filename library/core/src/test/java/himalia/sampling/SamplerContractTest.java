package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import himalia.reference.ModelReference;
import himalia.reference.OurRecords;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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
                new ClusterCentroids(false, Strategy.AUTO, 42),
                new RandomOverSampler(Strategy.AUTO, 1, 42),
                new BorderlineSmote(1, 42),
                new BorderlineSmote(2, 42),
                new SvmSmote(5, 42),
                new KMeansSmote(8, 2, 0.05, Strategy.AUTO, 42),
                new Adasyn(5, 42),
                new SmoteTomek(5, 42),
                new SmoteEnn(5, 42),
                new Smoten(5, 42),
                new Smotenc(List.of("f0"), 5, 42));
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
        var table = ModelReference.table("imb_10d");
        var before = Classes.of(table, "y");

        var after = Classes.of(sampler.resample(table, "y"), "y");

        assertThat((double) after.counts()[1] / after.counts()[0])
                .isGreaterThanOrEqualTo((double) before.counts()[1] / before.counts()[0]);
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

    @ParameterizedTest
    @MethodSource("samplers")
    void whatIsExplainedIsWhatIsDone(Sampler sampler) {
        var table = ModelReference.table("imb_3c");
        var before = Classes.of(table, "y").counts();

        var plan = sampler.explain(table, "y");

        var after = Classes.of(sampler.resample(table, "y"), "y").counts();
        for (var code = 0; code < before.length; code++) {
            var change = plan.stringColumn("change").get(code);
            var then = plan.intColumn("then").get(code);
            assertThat(plan.intColumn("rows").getInt(code)).isEqualTo(before[code]);
            if (change.startsWith("about")) {
                assertThat(after[code]).isCloseTo(then, withinPercentage(10));
            } else if (change.startsWith("at most")) {
                assertThat(after[code]).isGreaterThanOrEqualTo(then);
            } else if (change.startsWith("at least")) {
                assertThat(after[code]).isLessThanOrEqualTo(then);
            } else if (then != null) {
                assertThat(after[code]).as(change).isEqualTo(then);
            } else if (change.equals("rows that are in the way go")) {
                assertThat(after[code]).isLessThanOrEqualTo(before[code]);
            } else {
                assertThat(change).endsWith(" more, then rows that are in the way go");
            }
        }
    }

    /** Found by itself: what is not named here works, and cannot be saved in a pipeline. */
    @Test
    void everySamplerIsHereAndMayBeSaved() {
        // What stands for a function in a model file refuses all rows.
        var found =
                OurRecords.implementing(Sampler.class, SamplingTypes.class).stream()
                        .filter(each -> each != WrittenSampler.class)
                        .toList();

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

    /** What leaves the columns alone or to a model, or takes categories. */
    private static final Set<Class<?>> WITHOUT_NUMBERS =
            Set.of(
                    RandomUnderSampler.class,
                    InstanceHardnessThreshold.class,
                    Smoten.class,
                    Smotenc.class);

    static Stream<Sampler> computing() {
        return samplers()
                .filter(sampler -> !WITHOUT_NUMBERS.contains(sampler.getClass()))
                .filter(sampler -> !sampler.equals(new RandomOverSampler(42)));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void everyRowIsAccountedFor(Sampler sampler) {
        var table = ModelReference.table("imb_3c");

        var done = sampler.trace(table, "y");

        var rows = done.rows();
        assertThat(done.table().printAll()).isEqualTo(sampler.resample(table, "y").printAll());
        assertThat(rows.intColumn("row").removeMissing().asList())
                .isEqualTo(IntStream.range(0, done.table().rowCount()).boxed().toList());
        assertThat(rows.rowCount()).isGreaterThanOrEqualTo(table.rowCount());
        for (var entry = 0; entry < rows.rowCount(); entry++) {
            var how = rows.stringColumn("how").get(entry);
            var row = rows.intColumn("row").get(entry);
            var from = rows.intColumn("from").getInt(entry);
            assertThat(how.equals("removed")).isEqualTo(row == null);
            if (row != null) {
                assertThat(done.table().intColumn("y").getInt(row))
                        .isEqualTo(table.intColumn("y").getInt(from));
            }
            if (how.equals("kept")) {
                assertThat(from).isEqualTo(entry);
                assertThat(done.table().numberColumn("f1").getDouble(row))
                        .isEqualTo(table.numberColumn("f1").getDouble(from));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void aTableWithoutRowsIsRefused(Sampler sampler) {
        var table = ModelReference.table("imb_2d").emptyCopy();

        assertThatThrownBy(() -> sampler.resample(table, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the table has no rows; there is nothing to learn from");
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void aConstantColumnIsNoHindrance(Sampler sampler) {
        var table = ModelReference.table("imb_3c");
        table.addColumns(DoubleColumn.create("same", table.rowCount()));
        table.doubleColumn("same").setMissingTo(7.0);

        var same = sampler.resample(table, "y").doubleColumn("same");

        assertThat(same.asList()).containsOnly(7.0);
    }

    @ParameterizedTest
    @MethodSource("computing")
    void textIsRefusedWithTheWayOut(Sampler sampler) {
        var table = ModelReference.table("mixed").rejectColumns("amount");

        assertThatThrownBy(() -> sampler.resample(table, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "column 'colour' holds text, and [\\w -]+ computes with numbers;"
                                + " encode it as numbers, or leave it out with"
                                + " table\\.rejectColumns\\(\"colour\"\\)");
    }

    @ParameterizedTest
    @MethodSource("computing")
    void missingValuesAreRefusedWithTheWayOut(Sampler sampler) {
        var table = ModelReference.table("mixed");

        assertThatThrownBy(() -> sampler.resample(table, "y"))
                .hasMessageMatching(
                        "column 'amount' has 14 missing values, and [\\w -]+ takes none;"
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

    private static DoubleColumn one(int rows) {
        return DoubleColumn.create("f0", rows);
    }
}
