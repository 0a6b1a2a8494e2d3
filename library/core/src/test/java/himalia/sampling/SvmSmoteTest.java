package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.reference.ModelReference;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Against reference/svm_smote.json, which svm_smote.py beside it had imbalanced-learn say. */
class SvmSmoteTest {
    static Stream<JsonObject> cases() {
        return ModelReference.elements(ModelReference.json("svm_smote").getAsJsonArray("cases"))
                .map(JsonElement::getAsJsonObject);
    }

    private static SvmSmote sampler(JsonObject one) {
        return new SvmSmote(
                one.get("k_neighbors").getAsInt(),
                one.get("m_neighbors").getAsInt(),
                one.get("out_step").getAsDouble(),
                Strategy.AUTO,
                7);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSupportVectorsAndTheirKindsAreImbalancedLearns(JsonObject one) {
        var table = ModelReference.table(one.get("data").getAsString());
        var examples = Examples.of(table, "y", "test");
        var classes = one.getAsJsonObject("classes");

        var support = SupportVectors.of(examples);

        for (var name : classes.keySet()) {
            var expected = classes.getAsJsonObject(name);
            var code = examples.classes().names().indexOf(name);
            var kinds = sampler(one).border(examples.group(), support, code);
            assertThat(IntStream.of(support).filter(row -> examples.classes().codes()[row] == code))
                    .containsExactly(boxed(expected, "support"));
            assertThat(kinds.danger()).containsExactly(boxed(expected, "danger"));
            assertThat(kinds.safe()).containsExactly(boxed(expected, "safe"));
        }
    }

    private static Integer[] boxed(JsonObject expected, String name) {
        return ModelReference.elements(expected.getAsJsonArray(name))
                .map(JsonElement::getAsInt)
                .toArray(Integer[]::new);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rowsInDangerGrowInwardsAndSafeOnesOutwards(JsonObject one) {
        var table = ModelReference.table(one.get("data").getAsString());
        var classes = one.getAsJsonObject("classes");
        var out = one.get("out_step").getAsDouble();

        var done = sampler(one).trace(table, "y");

        var rows = done.rows();
        for (var name : classes.keySet()) {
            var expected = classes.getAsJsonObject(name);
            var danger = ModelReference.ints(expected.getAsJsonArray("danger"));
            var safe = ModelReference.ints(expected.getAsJsonArray("safe"));
            var made =
                    IntStream.range(table.rowCount(), rows.rowCount())
                            .filter(row -> done.table().getString(row, "y").equals(name))
                            .toArray();
            var asked = expected.get("asked").getAsInt();
            if (danger.length > 0 && safe.length > 0) {
                assertThat(made).hasSize(asked);
            } else {
                assertThat(made.length).isBetween(asked / 5, asked - asked / 5);
            }
            for (var row : made) {
                var from = rows.intColumn("from").getInt(row);
                var at = rows.doubleColumn("at").getDouble(row);
                if (at > 0) {
                    assertThat(danger).contains(from);
                    assertThat(at).isLessThan(1);
                } else {
                    assertThat(safe).contains(from);
                    assertThat(at).isBetween(-out, 0.0);
                }
                var base = table.numberColumn(0).getDouble(from);
                var to = table.numberColumn(0).getDouble(rows.intColumn("to").getInt(row));
                assertThat(done.table().numberColumn(0).getDouble(row))
                        .isCloseTo(base + at * (to - base), within(1e-9));
            }
        }
    }

    @Test
    void rareRowsThatAreAllAloneAreNoise() {
        var x = DoubleColumn.create("x", IntStream.range(0, 60).asDoubleStream().toArray());
        var y = IntColumn.create("y", IntStream.range(0, 60).map(i -> i % 20 / 19).toArray());
        var sampler = new SvmSmote(1, 3, 0.5, Strategy.AUTO, 42);

        assertThatThrownBy(() -> sampler.resample(Table.create(x, y), "y"))
                .hasMessage(
                        "all 3 support vectors of class '1' have neighbours of other classes only,"
                                + " so SvmSmote takes them for noise; use Smote");
    }

    /** Classes far apart have safe support vectors only, as in imbalanced-learn, which says nothing. */
    @Test
    void whatIsLackingIsCountedAndHasItsReason() {
        var random = new Random(2);
        var table = Table.create("apart", DoubleColumn.create("a"), DoubleColumn.create("b"));
        var y = IntColumn.create("y", IntStream.range(0, 120).map(i -> i % 6 / 5).toArray());
        for (int row = 0; row < 120; row++) {
            table.doubleColumn("a").append(random.nextGaussian() + 50 * y.getInt(row));
            table.doubleColumn("b").append(random.nextGaussian());
        }
        table.addColumns(y);

        var done = new SvmSmote(3, 42).trace(table, "y");

        int made = done.table().rowCount() - 120;
        assertThat(made).isBetween(1, 79);
        assertThat(done.shortfall())
                .isEqualTo(
                        "class '1' lacks %d of 80 rows asked for: none of its support vectors is in danger, and those rows were to lie between rows; Smote adds all"
                                .formatted(80 - made));
        assertThat(done.picture().figures().get(1).note()).endsWith(", fewer than asked for");
        assertThat(new Smote(3, 42).trace(table, "y").shortfall()).isEmpty();
        assertThatThrownBy(() -> new SvmSmote(1, 150, 0.5, Strategy.AUTO, 42).resample(table, "y"))
                .hasMessage(
                        "the table has 120 rows, and SvmSmote with 150 border rows needs at least 151; use at most 119 border rows");
    }

    @Test
    void nothingIsPrintedAndAnInterruptEndsIt() {
        var random = new Random(1);
        var table =
                Table.create(
                        DoubleColumn.create("a", random.doubles(4000).toArray()),
                        DoubleColumn.create("b", random.doubles(4000).toArray()),
                        IntColumn.create("y", random.ints(4000, 0, 5).map(i -> i / 4).toArray()));
        var out = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true));
        try {
            new SvmSmote(5, 42).resample(table, "y");
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> SupportVectors.of(Examples.of(table, "y", "test")))
                    .isInstanceOf(CancellationException.class);
        } finally {
            System.setOut(out);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(printed.size()).isZero();
    }

    @Test
    void aClassWithoutSupportVectorsIsNamed() {
        var x = DoubleColumn.create("x", IntStream.range(0, 60).asDoubleStream().toArray());
        var y = IntColumn.create("y", IntStream.range(0, 60).map(i -> i % 20 / 19).toArray());
        var group = Examples.of(Table.create(x, y), "y", "SvmSmote").group();

        assertThatThrownBy(() -> new SvmSmote(5, 42).border(group, new int[0], 1))
                .hasMessage(
                        "class '1' has no support vector where SvmSmote could begin; use Smote");
    }
}
