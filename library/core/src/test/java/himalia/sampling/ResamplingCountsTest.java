package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.reference.ModelReference;
import himalia.sampling.augmentation.AddNoise;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** What a sampler has done and would do, in numbers of rows. */
class ResamplingCountsTest {
    static Stream<Sampler> samplers() {
        return Stream.of(
                new SmoteTomek(5, 42),
                new SmoteEnn(5, 42),
                new TomekLinks(),
                new RandomOverSampler(42));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void stagesAddUpToTheNewTable(Sampler sampler) {
        var table = ModelReference.table("imb_3c");
        var done = sampler.trace(table, "y");

        var counts = done.counts();

        var after = Classes.of(done.table(), "y").counts();
        for (var code = 0; code < after.length; code++) {
            var row = counts.row(code);
            assertThat(row.getInt("after")).isEqualTo(after[code]);
            assertThat(row.getInt("before") + row.getInt("added"))
                    .isEqualTo(after[code] + row.getInt("removed") + row.getInt("dropped"));
        }
        var isCombined = sampler instanceof SmoteTomek || sampler instanceof SmoteEnn;
        assertThat(counts.intColumn("removed").sum() > 0).isEqualTo(isCombined);
    }

    @Test
    void whatWasMadeAndRemovedAgainIsToldOfTheRemoved() {
        var done = new SmoteEnn(5, 42).trace(ModelReference.table("imb_2d"), "y");

        int removed = (int) done.counts().intColumn("removed").sum();
        int dropped = (int) done.counts().intColumn("dropped").sum();
        assertThat(done.toString())
                .contains(
                        "%d removed (%d of them made before)"
                                .formatted(removed + dropped, removed));
        assertThat(new TomekLinks().trace(done.table(), "y").toString()).doesNotContain("made");
    }

    @Test
    void rowsAmongOthersBeginMoreRowsByAdasyn() {
        var table = ModelReference.table("imb_2d");
        var sampler = new Adasyn(5, 42);

        var made = sampler.trace(table, "y").made();

        var examples = Examples.of(table, "y", "test");
        var shares = sampler.shares(examples, 1);
        int count = examples.classes().counts()[0] - examples.classes().counts()[1];
        assertThat(made.intColumn("made").asList())
                .containsExactly(boxed(Adasyn.each(shares, count, "1")));
        assertThat(made.intColumn("row").asList())
                .containsExactly(boxed(examples.classes().rows(1)));
    }

    @Test
    void placesAtTheBorderAreThoseOfTheNearestRows() {
        var table = ModelReference.table("imb_2d");
        var points = Examples.of(table, "y", "test").points();
        var classes = Classes.of(table, "y");

        var places = new BorderlineSmote(1, 42).places(table, "y");

        assertThat(places.rowCount()).isEqualTo(classes.counts()[1]);
        for (var i = 0; i < places.rowCount(); i++) {
            int row = places.intColumn("row").getInt(i);
            long others =
                    IntStream.range(0, points.length)
                            .filter(other -> other != row)
                            .boxed()
                            .sorted(
                                    Comparator.comparingDouble(
                                            other ->
                                                    NearestRows.squared(
                                                            points[row], points[other])))
                            .limit(10)
                            .filter(other -> classes.codes()[other] == 0)
                            .count();
            assertThat(places.intColumn("others").getInt(i)).isEqualTo((int) others);
            assertThat(places.stringColumn("place").get(i))
                    .isEqualTo(others == 10 ? "noise" : others >= 5 ? "danger" : "safe");
        }
        assertThat(places.stringColumn("place").unique().asList()).contains("danger", "safe");
    }

    @Test
    void rowsThatGoAreHarderThanRowsThatStay() {
        var table = ModelReference.table("imb_2d");
        var sampler = new InstanceHardnessThreshold(new NearestMean(), 42);

        var hardness = sampler.hardness(table, "y");

        assertThat(hardness.columnNames()).isEqualTo(List.of("row", "class", "hardness"));
        var how = sampler.trace(table, "y").rows().stringColumn("how");
        var common = hardness.addColumns(how).where(t -> t.stringColumn("class").isEqualTo("0"));
        var hard = common.doubleColumn("hardness");
        var kept = hard.where(common.stringColumn("how").isEqualTo("kept"));
        assertThat(kept.size()).isPositive();
        assertThat(hard.where(common.stringColumn("how").isEqualTo("removed")).min())
                .isGreaterThan(kept.max());
    }

    @Test
    void whatNobodyKnowsBeforehandIsNotExplained() {
        Table table = ModelReference.table("imb_2d");

        assertThatThrownBy(() -> FunctionSampler.of(rows -> rows).explain(table, "y"))
                .hasMessage(
                        "FunctionSampler does not say beforehand what each class will have; call resample, and Tables.counts of the result");
        assertThatThrownBy(() -> new Smote(5, new Strategy("7=9"), 42).explain(table, "y"))
                .hasMessageStartingWith("strategy names class '7', which does not occur.");
    }

    @Test
    void aStrategyThatKeepsNoRowIsNoPlan() {
        Table table = ModelReference.table("imb_2d");
        var none = new RandomUnderSampler(new Strategy("0=0,1=0"), 42);
        var one = new RandomUnderSampler(new Strategy("0=0"), 42);

        for (ThrowingCallable asked :
                List.<ThrowingCallable>of(
                        () -> none.explain(table, "y"), () -> none.resample(table, "y"))) {
            assertThatThrownBy(asked)
                    .hasMessage(
                            "none of %,d rows would be left to learn from; let the strategy keep rows of each class, or take another sampler"
                                    .formatted(table.rowCount()));
        }
        assertThat(one.explain(table, "y").stringColumn("change").get(0))
                .isEqualTo("all go, and no model can learn it");
    }

    private static Integer[] boxed(int[] values) {
        return IntStream.of(values).boxed().toArray(Integer[]::new);
    }

    @Test
    void rowsThatAreAppendedLaterAreNotCountedNorDrawn() {
        for (var sampler :
                List.of(new Smote(5, 42), new RandomUnderSampler(42), new AddNoise(1, 1, 42))) {
            var table = ModelReference.table("imb_3c");
            var done = sampler.trace(table, "y");
            var counts = done.counts().print();
            var picture = done.picture().toString();
            var words = done.toString();

            table.append(table.copy());
            done.table().append(done.table().copy());

            assertThat(done.counts().print()).isEqualTo(counts);
            assertThat(done.picture().toString()).isEqualTo(picture);
            assertThat(done.toString()).isEqualTo(words);
        }
    }

    @Test
    void rowsThatAreGoneLaterAreStillCountedAndToldOfByThePicture() {
        var table = ModelReference.table("imb_3c");
        int rows = table.rowCount();
        var done = new Smote(5, 42).trace(table, "y");
        var counts = done.counts().print();

        table.clear();

        assertThat(done.counts().print()).isEqualTo(counts);
        assertThatThrownBy(done::picture)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no picture: the table had %d rows when it was sampled, and column '%s' has 0 now; sample again, and take the picture before rows go"
                                .formatted(rows, table.columnNames().get(0)));
    }
}
